import { isoDate } from '#ui/french.ts'

/** The seed of the day, printed on the page: with it anyone draws the same order again (md5 of the seed and the identifier). */
export const seedOfDay = (now: Date) => isoDate(now)
