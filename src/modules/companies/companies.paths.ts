/** The public addresses of the directory of companies; what a company does at home lies below `/my-company`. */
export const companyPaths = {
  list: () => '/companies',
  /** By its SIREN when it is known, else by its identifier. */
  show: ({ id, siren }: { readonly id: string; readonly siren: string | null }) =>
    `/companies/${siren ?? id}`,
  /** The offers that an organisation of the partnership operates. */
  operated: (organisationId: string) => `/companies/operated/${organisationId}`,
  mine: () => '/my-company',
  order: () => '/companies/order',
  exposures: () => '/companies/exposures',
  quotes: () => '/quotes',
}
