import type { DoubtReason, PerimeterRefusal } from './perimeter-resolution.ts'

/** What a refused choice of communes is told, beside the field to mend. */
export const perimeterProblems: Record<PerimeterRefusal, { field: string; message: string }> = {
  'unknown-departement': { field: 'departement', message: 'Choisissez un département dans la liste.' },
  'unknown-epci': {
    field: 'epci',
    message:
      'Aucune intercommunalité ne porte ce nom ni ce numéro. Choisissez-en une dans la liste proposée.',
  },
  'several-epcis': {
    field: 'epci',
    message: 'Plusieurs intercommunalités répondent à ces mots. Écrivez le nom entier, ou le numéro SIREN.',
  },
  'empty-perimeter': { field: 'list', message: 'Aucune commune n’est désignée : il en faut au moins une.' },
}

/** Why a line of a list does not name one commune, in words. */
export const doubtTitles: Record<DoubtReason, (line: string) => string> = {
  ended: (line) => `« ${line} » n’existe plus comme commune`,
  namesakes: (line) => `Plusieurs communes s’appellent « ${line} »`,
  near: (line) => `« ${line} » ressemble à une commune, sans en être le nom`,
  unknown: (line) => `« ${line} » n’est aucune commune connue`,
}
