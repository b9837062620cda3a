import { and, eq, isNull } from 'drizzle-orm'
import { meets, software } from '#modules/catalogue/index.ts'
import type { Database } from '#platform/database/database.ts'

/** Which software meets a need, and which of it meets the whole of it. */
export async function fitsOf(db: Database, need: string | undefined) {
  const rows = need === undefined ? [] : await find(db, need)
  return {
    softwareIds: rows.map(({ softwareId }) => softwareId),
    wholeFits: new Set(rows.filter(({ level }) => level === 'full').map(({ softwareId }) => softwareId)),
  }
}

const find = (db: Database, need: string) =>
  db
    .select({ softwareId: meets.softwareId, level: meets.level })
    .from(meets)
    .innerJoin(software, eq(software.id, meets.softwareId))
    .where(and(eq(meets.need, need), isNull(software.withdrawnAt), isNull(software.mergedInto)))
