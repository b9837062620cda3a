import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { needs } from '../needs/needs.tables.ts'
import { meets } from '../software/software.tables.ts'

/** The needs in the words of a list to choose from, by service. */
export const listNeedChoices = (db: Database) =>
  db
    .select({ value: needs.slug, label: needs.label })
    .from(needs)
    .where(isNull(needs.retiredAt))
    .orderBy(asc(needs.service), asc(needs.label))

/** The needs that each software wholly meets, at most four, by slug. */
export async function listNeedsMet(db: Database, softwareIds: readonly string[]) {
  const rows = await db
    .select({ id: meets.softwareId, need: meets.need })
    .from(meets)
    .where(and(inArray(meets.softwareId, [...softwareIds]), eq(meets.level, 'full')))
    .orderBy(asc(meets.need))
  return new Map(
    [...Map.groupBy(rows, ({ id }) => id)].map(([id, met]) => [id, met.slice(0, 4).map(({ need }) => need)]),
  )
}
