import { withWords } from '../order/order.paths.ts'

type Words = Readonly<Record<string, string | undefined>>

/** The addresses of the public ledger. */
export const exposurePaths = {
  ledger: (words: Words = {}) => withWords('/companies/exposures', words),
  sheet: (type: 'csv' | 'ods', words: Words = {}) => withWords(`/companies/exposures.${type}`, words),
}
