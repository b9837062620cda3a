/** How an operated offer is paid for; no price is stated. */
export const priceModels = ['free', 'included', 'subscription', 'quote'] as const
export type PriceModel = (typeof priceModels)[number]
