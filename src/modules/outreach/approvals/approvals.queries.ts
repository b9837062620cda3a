import { desc, eq } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { newId } from '#platform/ids.ts'
import { waveApprovals } from './approvals.tables.ts'

/** What was said of a wave, newest first. */
export const listApprovals = (db: Database, waveId: string) =>
  db
    .select()
    .from(waveApprovals)
    .where(eq(waveApprovals.waveId, waveId))
    .orderBy(desc(waveApprovals.at), desc(waveApprovals.id))

export type ListedApproval = Awaited<ReturnType<typeof listApprovals>>[number]

export const insertApproval = (db: Database, approval: Omit<typeof waveApprovals.$inferInsert, 'id'>) =>
  db.insert(waveApprovals).values({ id: newId(), ...approval })
