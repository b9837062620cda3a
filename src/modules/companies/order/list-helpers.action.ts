import type { World } from '#platform/world.ts'
import { isoDate } from '#ui/french.ts'
import type { Candidate } from '../candidates/candidate.ts'
import { candidatesFor } from '../candidates/candidates.queries.ts'
import { countShowings } from '../exposures/count-showings.action.ts'
import type { ShownAt } from '../exposures/exposure.ts'
import { responseRecords } from '../quotes/response-records.queries.ts'
import { drawSeed, fingerprint } from './draw-seed.action.ts'
import { fitsOf } from './fits.queries.ts'
import { placeFor } from './helped-place.queries.ts'
import type { HelpersListed } from './helper-line.ts'
import { orderHelpers, type Placed, type Standing } from './order.ts'
import { aboutOf, type HelpSought, placeOf } from './question.ts'
import { standingOf } from './standing.ts'

/**
 * Those who can help, in the published order, each with the figures of its place; those who do not serve the commune apart,
 * with the reason. Counted in the public ledger when it says where it is shown; the page does not wait for it.
 */
export async function listHelpers(
  world: World,
  sought: HelpSought,
  shownAt?: ShownAt,
): Promise<HelpersListed> {
  const { db, clock } = world
  const now = clock()
  const [place, fits, records] = await Promise.all([
    placeFor(db, sought.insee),
    fitsOf(db, sought.need),
    responseRecords(db, isoDate(now)),
  ])
  const softwareIds = sought.softwareIds ?? (sought.need === undefined ? undefined : fits.softwareIds)
  const { need, kind } = sought
  const candidates = await candidatesFor(db, { need, softwareIds, kind, place }, now)

  const known = { wholeFits: fits.wholeFits, records }
  const standings = candidates.map((candidate) => standingOf(candidate, sought, known))
  const { seed, text, day } = drawSeed(now, { about: aboutOf(sought), place: placeOf(sought) })
  const placed = orderHelpers(standings, { seed, fingerprint })
  const lines = asLines(placed, candidates, standings)
  const shown = lines.filter(({ serves }) => serves !== false)
  const listed = {
    lines: shown,
    left: lines
      .filter(({ serves }) => serves === false)
      .map(({ name, path }) => ({ name, path, why: 'elsewhere' })),
    seed,
    seedWords: text,
    day,
    sought,
    placeName: place?.name ?? null,
  } satisfies HelpersListed
  if (shownAt) countListed(world, listed, shownAt)
  return listed
}

/** Counts a list once more: one page, drawn once, may be given to many who ask at the same moment. */
export const countListed = (world: World, { day, sought, lines }: HelpersListed, shownAt: ShownAt) =>
  countShowings(world, { day, place: shownAt, about: aboutOf(sought) }, lines)

function asLines(
  placed: readonly Placed[],
  candidates: readonly Candidate[],
  standings: readonly Standing[],
) {
  const candidateOf = new Map(candidates.map((candidate) => [candidate.key, candidate]))
  const standingOfKey = new Map(standings.map((standing) => [standing.key, standing]))
  return placed.flatMap(({ key, mark, draw }) => {
    const candidate = candidateOf.get(key)
    const standing = standingOfKey.get(key)
    return candidate && standing
      ? [{ ...candidate, mark, draw, fit: standing.fit, response: standing.response }]
      : []
  })
}
