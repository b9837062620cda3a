export type OfferDeskPaths = {
  readonly list: () => string
  readonly change: (id: string, verb: 'end' | 'revival' | 'renewal') => string
}

const deskAt = (base: string): OfferDeskPaths => ({
  list: () => base,
  change: (id, verb) => `${base}/${id}/${verb}`,
})

/** Where a company keeps its operated offers, and where an organisation of the partnership keeps its own. */
export const offerPaths = { ofCompany: deskAt('/my-company/offers'), ofOrganisation: deskAt('/offers') }
