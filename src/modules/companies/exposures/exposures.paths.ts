import { type Words, withWords } from '#values/with-words.ts'

/** The addresses of the public ledger. */
export const exposurePaths = {
  ledger: (words: Words = {}) => withWords('/companies/exposures', words),
  sheet: (type: 'csv' | 'ods', words: Words = {}) => withWords(`/companies/exposures.${type}`, words),
}
