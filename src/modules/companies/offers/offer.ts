/** How an operated offer is paid for; no price is stated. */
export const priceModels = ['free', 'included', 'subscription', 'quote'] as const
export type PriceModel = (typeof priceModels)[number]

/** The price models in the words of the screens. */
export const priceModelNames: Record<PriceModel, string> = {
  free: 'Gratuit',
  included: 'Compris dans l’adhésion',
  subscription: 'Abonnement',
  quote: 'Sur devis',
}

/** Who runs an offer: a company of the census, or an organisation of the partnership under the same rule. */
export type OfferHolder = { readonly companyId: string } | { readonly organisationId: string }
