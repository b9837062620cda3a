import type { Standing } from './stage-looks.ts'

type Situation = {
  readonly insee: string
  readonly standing: Standing
  readonly canBeReached: boolean
  readonly openCaseId?: string
  /** Where an address that leads nowhere waits for somebody to find the good one. */
  readonly searchHref?: string
}

/** The one thing to do next with a commune: its words, where it is done, and why. */
export type NextStep = { readonly label: string; readonly href: string; readonly why: string }

const steps: Record<Standing, (situation: Situation) => NextStep | undefined> = {
  outside: () => ({
    label: 'L’ajouter au périmètre',
    href: '/programme/perimeter',
    why: 'Elle n’est pas dans le périmètre : le programme ne lui écrit pas.',
  }),
  'to-write': ({ insee, canBeReached }) =>
    canBeReached
      ? {
          label: 'Préparer une lettre',
          href: `/waves/new?q=${insee}`,
          why: 'La mairie n’a encore rien reçu du programme.',
        }
      : {
          label: 'Ajouter une coordonnée',
          href: '#coordonnees',
          why: 'On ne sait pas encore comment joindre cette mairie.',
        },
  written: ({ insee }) => ({
    label: 'Noter un appel',
    href: `/contacts/new?insee=${insee}`,
    why: 'La mairie a reçu un message et n’a pas encore répondu.',
  }),
  'in-contact': ({ insee }) => ({
    label: 'Ouvrir un accompagnement',
    href: `/cases/new?insee=${insee}`,
    why: 'La mairie est en contact : son besoin peut devenir un accompagnement.',
  }),
  accompanied: ({ insee, openCaseId }) => ({
    label: openCaseId ? 'Suivre l’accompagnement' : 'Noter un échange',
    href: openCaseId ? `/cases/${openCaseId}` : `/contacts/new?insee=${insee}`,
    why: 'Un accompagnement est en cours.',
  }),
  autonomous: ({ insee }) => ({
    label: 'Noter un échange',
    href: `/contacts/new?insee=${insee}`,
    why: 'La mairie vole de ses propres ailes ; un mot de temps en temps suffit.',
  }),
  declined: () => undefined,
}

/** What to do next with a commune where it stands; nothing for one that declined, whose wish is respected. */
export const nextStep = (situation: Situation) => toFind(situation) ?? steps[situation.standing](situation)

/** Before anything else is sent to a town hall that has not answered, the address that failed is found. */
function toFind({ standing, searchHref }: Situation): NextStep | undefined {
  if (searchHref === undefined || (standing !== 'to-write' && standing !== 'written')) return undefined

  return {
    label: 'Trouver son adresse',
    href: searchHref,
    why: 'Un envoi n’a pas atteint la mairie : une de ses adresses ne mène nulle part.',
  }
}
