import { sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'

/** Whether an address is one that the directory gives for the town hall itself, rather than one person's. */
export async function isTownHallsOwn(db: Database, insee: string, address: string): Promise<boolean> {
  const found = await db.execute(sql`
    select 1 from contact_points
    where insee = ${insee} and kind = 'email' and ended_at is null and lower(value) = lower(${address})`)
  return found.length > 0
}
