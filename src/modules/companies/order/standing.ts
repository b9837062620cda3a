import type { Candidate } from '../candidates/candidate.ts'
import type { ResponseRecord, Standing } from './order.ts'
import type { HelpSought } from './question.ts'

/** What the order is told of a candidate: the four facts and the key of the draw, and nothing else that is known of it. */
export const standingOf = (
  { key, services, offers, confirmedReferences, serves }: Candidate,
  sought: HelpSought,
  { wholeFits, records }: Known,
): Standing => ({
  key,
  fit: [...services, ...offers].some((said) => isWhole(said, sought, wholeFits)) ? 'full' : 'part',
  confirmedReferences,
  serves,
  response: records.get(key) ?? nothingAsked,
})

/** What is known beside the candidates: which software meets the whole need, and how each answers. */
export type Known = {
  readonly wholeFits: ReadonlySet<string>
  readonly records: ReadonlyMap<string, ResponseRecord>
}

const nothingAsked: ResponseRecord = { asked: 0, answered: 0 }

type Said = { readonly need: string | null; readonly softwareId: string | null }

// Without a need, what is said of the very software is the whole of the question.
function isWhole({ need, softwareId }: Said, sought: HelpSought, wholeFits: ReadonlySet<string>) {
  if (sought.need === undefined) return true
  return need === sought.need && softwareId === null ? true : softwareId !== null && wholeFits.has(softwareId)
}
