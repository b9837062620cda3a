import { type Words, withWords } from '#values/with-words.ts'

/** The public addresses of the directory of companies; what a company does at home lies below `/my-company`. */
export const companyPaths = {
  list: (words: Words = {}) => withWords('/companies', words),
  sheet: (type: 'csv' | 'ods', words: Words = {}) => withWords(`/companies.${type}`, words),
  /** By its SIREN when it is known, else by its identifier. */
  show: ({ id, siren }: { readonly id: string; readonly siren: string | null }) =>
    `/companies/${siren ?? id}`,
  claim: (company: { readonly id: string; readonly siren: string | null }) =>
    `${companyPaths.show(company)}/claim`,
  report: (company: { readonly id: string; readonly siren: string | null }) =>
    `${companyPaths.show(company)}/reports`,
  newReport: (company: { readonly id: string; readonly siren: string | null }) =>
    `${companyPaths.report(company)}/new`,
  register: () => '/companies/new',
  /** The offers that an organisation of the partnership operates. */
  operated: (organisationId: string) => `/companies/operated/${organisationId}`,
  mine: () => '/my-company',
  order: () => '/companies/order',
  exposures: () => '/companies/exposures',
  quotes: () => '/quotes',
}
