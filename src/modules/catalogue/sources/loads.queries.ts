import { eq, sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { catalogueLoads } from '../software/software.tables.ts'

/** The edition of a shipped source that this database holds, if any. */
export async function loadedEdition(db: Database, name: string) {
  const [load] = await db.select().from(catalogueLoads).where(eq(catalogueLoads.name, name))
  return load?.version
}

export async function saveLoadedEdition(db: Database, name: string, version: string, loadedAt: Date) {
  await db
    .insert(catalogueLoads)
    .values({ name, version, loadedAt })
    .onConflictDoUpdate({ target: catalogueLoads.name, set: { version, loadedAt } })
}

/** Two programs may start together on one database: the second waits, then finds the edition loaded. */
export const waitToLoad = (db: Database) =>
  db.execute(sql`select pg_advisory_xact_lock(hashtext('catalogue reference'))`)

/** Tells PostgreSQL how large the tables have become. */
export const countSheetsForPlanner = (db: Database) =>
  db.execute(sql`analyze software, software_records, software_identifiers`)

/** How many software each source speaks of. */
export async function countRecordsBySource(db: Database): Promise<ReadonlyMap<string, number>> {
  const rows = await db.execute<{ source: string; n: number }>(
    sql`select source, count(distinct software_id)::int as n from software_records group by source`,
  )
  return new Map(rows.map(({ source, n }) => [source, n]))
}
