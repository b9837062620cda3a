/** A declaration greys a year after it was last said, and leaves the pages after two. */
export const monthsBeforeGrey = 12
export const monthsBeforeGone = 24

export type UsageAge = 'fresh' | 'grey' | 'gone'

/** How old a word is: said exactly twelve months ago it is grey, exactly twenty-four it is gone. */
export function usageAge(saidAt: Date, now: Date): UsageAge {
  if (saidAt <= goneLimit(now)) return 'gone'
  return saidAt <= greyLimit(now) ? 'grey' : 'fresh'
}

/** What was last said at this moment or before is grey. */
export const greyLimit = (now: Date) => monthsBefore(now, monthsBeforeGrey)

/** What was last said at this moment or before is shown no more. */
export const goneLimit = (now: Date) => monthsBefore(now, monthsBeforeGone)

/** The same day so many months earlier; the last of the month when it is shorter. */
function monthsBefore(now: Date, months: number) {
  const limit = new Date(now)
  limit.setUTCMonth(limit.getUTCMonth() - months)
  if (limit.getUTCDate() !== now.getUTCDate()) limit.setUTCDate(0)
  return limit
}
