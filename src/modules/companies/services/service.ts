/** What a company may do for a town hall. */
export const serviceKinds = [
  'advice',
  'installation',
  'hosting',
  'training',
  'support',
  'development',
  'migration',
] as const
export type ServiceKind = (typeof serviceKinds)[number]

/** The kinds in the words of the screens. */
export const serviceKindNames: Record<ServiceKind, string> = {
  advice: 'Conseil',
  installation: 'Installation',
  hosting: 'Hébergement',
  training: 'Formation',
  support: 'Assistance',
  development: 'Développement',
  migration: 'Migration',
}

/** How far a company goes, by its own word: begins, practises, or takes part in making the software. */
export const serviceLevels = ['starts', 'practises', 'contributes'] as const
export type ServiceLevel = (typeof serviceLevels)[number]

/** The levels in the words of the screens, each with what it means. */
export const serviceLevelNames: Record<ServiceLevel, string> = {
  starts: 'Débute',
  practises: 'Pratique',
  contributes: 'Contribue au logiciel',
}

export const serviceLevelMeanings: Record<ServiceLevel, string> = {
  starts: 'Premiers chantiers, ou formation en cours.',
  practises: 'Le fait couramment pour des clients.',
  contributes: 'Participe à l’écriture du logiciel : code, documentation, traductions.',
}
