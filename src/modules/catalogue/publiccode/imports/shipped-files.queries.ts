import { sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { moment } from '#platform/database/moment.ts'

const name = 'publiccode'

/** Whether this edition of the shipped files is the one that the catalogue holds. */
export async function isLoaded(db: Database, version: string): Promise<boolean> {
  const rows = await db.execute(
    sql`select from catalogue_loads where name = ${name} and version = ${version}`,
  )
  return rows.length > 0
}

export async function markLoaded(db: Database, version: string, now: Date) {
  await db.execute(sql`
    insert into catalogue_loads (name, version, loaded_at) values (${name}, ${version}, ${moment(now)})
    on conflict (name) do update set version = excluded.version, loaded_at = excluded.loaded_at`)
}
