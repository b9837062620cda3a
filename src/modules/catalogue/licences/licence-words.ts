import type { LicenceWarning } from './read-licence.ts'

/** What a sheet says of its licence, beside what was written. */
export const licenceWarningWords: Record<LicenceWarning, string> = {
  'no-licence': 'Aucune source ne dit sous quelle licence il est publié.',
  'not-understood': 'La licence telle qu’elle est écrite n’a pas été comprise : une personne doit la lire.',
  rewritten: 'La licence a été récrite à la manière de la liste SPDX.',
  'version-unclear': 'La source ne dit pas si les versions suivantes de la licence valent aussi.',
  'list-unclear': 'La source cite plusieurs licences sans dire si elles sont au choix ou s’ajoutent.',
  'not-free': 'Cette licence n’est pas libre : elle restreint l’usage, le partage ou la modification.',
  'not-known-as-free': 'Ni l’OSI ni la FSF ne disent que cette licence est libre.',
}
