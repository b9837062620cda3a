import type { Purpose } from './purpose.ts'

const entry = (organisationId: string, purpose: Purpose) => `/register/${organisationId}/${purpose}`

/** The addresses of the register of processing. */
export const registerPaths = {
  list: () => '/register',
  csv: () => '/register.csv',
  ods: () => '/register.ods',
  entry,
  saved: (organisationId: string, purpose: Purpose) => `${entry(organisationId, purpose)}?saved`,
  essence: () => '/register/essence',
}
