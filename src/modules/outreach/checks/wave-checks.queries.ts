import { desc, eq } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { newId } from '#platform/ids.ts'
import { waveChecks } from './wave-checks.tables.ts'

/** The last checks of a wave, newest first. */
export const listChecks = (db: Database, waveId: string) =>
  db
    .select()
    .from(waveChecks)
    .where(eq(waveChecks.waveId, waveId))
    .orderBy(desc(waveChecks.at), desc(waveChecks.id))
    .limit(100)

export const insertCheck = (db: Database, check: Omit<typeof waveChecks.$inferInsert, 'id'>) =>
  db.insert(waveChecks).values({ id: newId(), ...check })
