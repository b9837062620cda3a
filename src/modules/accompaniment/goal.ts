/** A step as a goal proposes it: what is done, and how many days after the opening it should be. */
export type ProposedStep = { readonly title: string; readonly day: number }

/** A goal that town halls often have, and the usual way to it. */
export type Goal = { readonly label: string; readonly steps: readonly ProposedStep[] }

const step = (day: number, title: string): ProposedStep => ({ title, day })

const rows = {
  'file-server': {
    label: 'Serveur de fichiers',
    steps: [
      step(14, 'Visite de la mairie'),
      step(21, 'État des lieux : postes, réseau, fichiers'),
      step(45, 'Devis de deux entreprises'),
      step(75, 'Installation et reprise des fichiers'),
      step(90, 'Formation des agents'),
      step(180, 'Bilan à trois mois'),
    ],
  },
  'office-software': {
    label: 'Logiciels de bureau libres',
    steps: [
      step(14, 'Visite de la mairie'),
      step(30, 'Inventaire des documents et des modèles'),
      step(45, 'Installation sur un poste témoin'),
      step(75, 'Installation sur tous les postes'),
      step(90, 'Formation des agents'),
      step(180, 'Bilan à trois mois'),
    ],
  },
  'web-site': {
    label: 'Site internet de la commune',
    steps: [
      step(14, 'Entretien sur les besoins'),
      step(30, 'Choix de l’hébergement'),
      step(60, 'Mise en place du site'),
      step(75, 'Formation de la personne qui écrit'),
      step(90, 'Mise en ligne'),
      step(180, 'Bilan à trois mois'),
    ],
  },
  'e-administration': {
    label: 'Transmission des actes et signature électronique',
    steps: [
      step(14, 'Entretien sur les besoins'),
      step(30, 'Délibération du conseil municipal'),
      step(60, 'Convention avec la préfecture'),
      step(75, 'Certificats de signature'),
      step(90, 'Formation des agents'),
      step(105, 'Premier acte transmis'),
    ],
  },
  school: {
    label: 'Postes de l’école',
    steps: [
      step(14, 'Rencontre avec l’enseignant et la mairie'),
      step(30, 'État des lieux des postes'),
      step(60, 'Installation'),
      step(75, 'Prise en main par l’enseignant'),
      step(180, 'Bilan à trois mois'),
    ],
  },
  'public-digital-space': {
    label: 'Espace public numérique',
    steps: [
      step(14, 'Visite du lieu'),
      step(45, 'Installation des postes'),
      step(60, 'Formation de la personne relais'),
      step(75, 'Premier atelier'),
      step(180, 'Bilan à trois mois'),
    ],
  },
  cemetery: {
    label: 'Gestion du cimetière',
    steps: [
      step(14, 'Visite de la mairie'),
      step(30, 'Inventaire des registres et des plans'),
      step(60, 'Installation et reprise des données'),
      step(75, 'Formation des agents'),
      step(150, 'Bilan à deux mois'),
    ],
  },
  'old-workstations': {
    label: 'Seconde vie des postes anciens',
    steps: [
      step(14, 'Visite de la mairie'),
      step(21, 'Essai sur clé de démonstration'),
      step(45, 'Installation'),
      step(60, 'Prise en main par les agents'),
      step(120, 'Bilan à deux mois'),
    ],
  },
  other: {
    label: 'Autre but',
    steps: [step(14, 'Entretien sur les besoins'), step(30, 'Plan de travail convenu avec la mairie')],
  },
} as const satisfies Record<string, Goal>

export type GoalKey = keyof typeof rows

/** The goals in the order of the form. */
export const goalKeys = Object.keys(rows) as readonly GoalKey[]
export const isGoalKey = (text: string): text is GoalKey => Object.hasOwn(rows, text)
export const goalOf = (key: GoalKey): Goal => rows[key]

const goalByTheme: Readonly<Record<string, GoalKey>> = {
  'acts-transmission': 'e-administration',
  'electronic-signature': 'e-administration',
}

/** The goal that a contact's theme suggests; the others bear the theme's own name. */
export function goalForTheme(theme: string | null): GoalKey {
  if (theme === null) return 'other'

  return isGoalKey(theme) ? theme : (goalByTheme[theme] ?? 'other')
}

/** The day a proposed step is due, counted from the opening: `2026-11-23`. */
export function dueOn({ day }: ProposedStep, openedOn: string) {
  const due = new Date(`${openedOn}T12:00:00Z`)
  due.setUTCDate(due.getUTCDate() + day)

  return due.toISOString().slice(0, 10)
}
