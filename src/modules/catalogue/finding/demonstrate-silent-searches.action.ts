import type { World } from '#platform/world.ts'
import { recordSilentSearch } from './silent-searches.queries.ts'

/** Invented searches in vain: words, how many times, and how many days ago the last was. */
const searches: readonly (readonly [words: string, times: number, daysAgo: number])[] = [
  ['horodateurs', 6, 2],
  ['minitel', 4, 5],
  ['badges piscine', 3, 1],
  ['drone', 2, 20],
  ['tonte', 1, 4],
  ['pigeons', 1, 30],
]

/** Shows what was searched in vain, so that an editor sees what to do with it. */
export async function demonstrateSilentSearches({ db, clock }: World) {
  for (const [words, times, daysAgo] of searches)
    for (let time = times - 1; time >= 0; time--)
      await recordSilentSearch(db, words, new Date(clock().getTime() - (daysAgo + 7 * time) * 86_400_000))
}
