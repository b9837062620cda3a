import { type Stage, stageAfter } from '#modules/journal/index.ts'
import type { RecordEntry } from './commune-record.queries.ts'

/** A stage the commune came to, and when. */
export type Arrival = { readonly stage: Stage; readonly at: Date }

/** The stages a commune went through, oldest first, from its journal told newest first. */
export function stagePath(journal: readonly Pick<RecordEntry, 'at' | 'reaches'>[]): Arrival[] {
  const path: Arrival[] = []
  for (const { at, reaches } of journal.toReversed()) {
    if (reaches === null) continue
    const from = path.at(-1)?.stage ?? 'to-write'
    const stage = stageAfter(from, reaches)
    if (stage !== from) path.push({ stage, at: new Date(at) })
  }
  return path
}
