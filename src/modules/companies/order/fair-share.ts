import type { Placed } from './order.ts'

/** What a place in a list gives: to be first, to be among the first three. */
export type Share = { readonly first: number; readonly leading: number }

/** How many of the first are seen without going down the page. */
export const leadingPlaces = 3

/** What each was given by the order, and what an equal share among those of the same mark would give: in the same order. */
export function sharesOf(placed: readonly Pick<Placed, 'mark'>[]): { given: Share; fair: Share }[] {
  return placed.map(({ mark }, place) => {
    const before = placed.findIndex((other) => other.mark === mark)
    const equals = placed.filter((other) => other.mark === mark).length
    return {
      given: { first: place === 0 ? 1 : 0, leading: place < leadingPlaces ? 1 : 0 },
      fair: {
        first: before === 0 ? 1 / equals : 0,
        leading: Math.min(1, Math.max(0, (leadingPlaces - before) / equals)),
      },
    }
  })
}
