/** How a dated statement stands: a company says it again each year, as a commune renews its usages. */
export type Freshness = 'fresh' | 'grey' | 'gone'

/** Months after which a statement greys, then leaves the pages. */
export const greyAfterMonths = 12
export const goneAfterMonths = 24

/** Twelve months after it was last said a statement greys, twenty-four months after it leaves the page. */
export function freshnessOf(statedAt: Date, now: Date): Freshness {
  if (statedAt < monthsBefore(now, goneAfterMonths)) return 'gone'
  return statedAt < monthsBefore(now, greyAfterMonths) ? 'grey' : 'fresh'
}

/** Statements older than this have left the pages. */
export const goneBefore = (now: Date) => monthsBefore(now, goneAfterMonths)

function monthsBefore(now: Date, months: number) {
  const then = new Date(now)
  then.setUTCMonth(then.getUTCMonth() - months)
  return then
}
