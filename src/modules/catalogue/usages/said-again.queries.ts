import { sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'

/** Lets what waits about a commune be asked anew by the next mail; a day's mail is still one. */
export async function askAgain(db: Database, insee: string) {
  for (const kind of ['usages', 'locks'] as const)
    await db.execute(sql`update ${sql.identifier(kind)} set asked_at = null
      where insee = ${insee} and confirmed_at is null and refused_at is null and withdrawn_at is null`)
}
