import type { Software } from '#modules/catalogue/index.ts'

/** A fact about the making of a software, and what it means for a town hall. */
export type HealthFact = {
  readonly tone: 'teal' | 'ochre' | 'brick' | 'neutral'
  readonly label: string
  readonly why: string
}

const yearInDays = 365.25
const dayInMilliseconds = 86_400_000

/** What the facts of the sheet say of its health; each says what it was judged from, and nothing is judged without a fact. */
export function healthOf(
  { developmentStatus, releasedOn }: Pick<Software, 'developmentStatus' | 'releasedOn'>,
  now: Date,
): HealthFact[] {
  return [statusFact(developmentStatus), releaseFact(releasedOn, now)].filter((fact) => fact !== undefined)
}

function statusFact(status: string | null): HealthFact | undefined {
  if (status === 'obsolete')
    return {
      tone: 'brick',
      label: 'Abandonné',
      why: 'Ceux qui le faisaient ont arrêté : plus personne ne corrige ses failles. Ne l’installez pas.',
    }
  if (status === 'concept' || status === 'development' || status === 'beta')
    return {
      tone: 'ochre',
      label: 'Pas encore mûr',
      why: 'Ceux qui le font disent eux-mêmes qu’il n’est pas prêt pour servir tous les jours.',
    }
  return status === 'stable'
    ? {
        tone: 'teal',
        label: 'Stable',
        why: 'Ceux qui le font disent qu’il est prêt pour servir tous les jours.',
      }
    : undefined
}

function releaseFact(releasedOn: string | null, now: Date): HealthFact | undefined {
  if (!releasedOn) return undefined
  const years = (now.getTime() - new Date(releasedOn).getTime()) / dayInMilliseconds / yearInDays
  if (years < 1)
    return {
      tone: 'teal',
      label: 'Nouvelle version depuis moins d’un an',
      why: 'La dernière version connue a moins d’un an : quelqu’un y travaille.',
    }
  return years < 3
    ? {
        tone: 'neutral',
        label: 'Dernière version connue entre un et trois ans',
        why: 'Un logiciel achevé peut changer peu ; demandez à une commune qui s’en sert.',
      }
    : {
        tone: 'ochre',
        label: 'Aucune version connue depuis trois ans',
        why: 'Soit il est achevé, soit plus personne ne s’en occupe, soit nos sources datent : vérifiez sur son site.',
      }
}
