import type { Database } from '#platform/database/database.ts'
import { moveToHeirs, withdrawDoubles } from './mergers.queries.ts'

/**
 * What a commune said follows it into the one that it merged into, under its former name; where both said the same, the older
 * word gives way. A commune split between several is left for a person. Safe to run twice: an heir is not ended.
 */
export function followMergers(db: Database, now: Date) {
  return db.transaction(async (tx) => {
    for (const kind of ['usages', 'locks'] as const) {
      await withdrawDoubles(tx, kind, now)
      await moveToHeirs(tx, kind)
    }
  })
}
