type Words = Readonly<Record<string, string | undefined>>

/** The public addresses of the directory of companies; what a company does at home lies below `/my-company`. */
export const companyPaths = {
  list: (words: Words = {}) => `/companies${query(words)}`,
  sheet: (type: 'csv' | 'ods', words: Words = {}) => `/companies.${type}${query(words)}`,
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

function query(words: Words) {
  const said = Object.entries(words).flatMap(([key, value]) => (value ? [[key, value]] : []))
  return said.length === 0 ? '' : `?${new URLSearchParams(said)}`
}
