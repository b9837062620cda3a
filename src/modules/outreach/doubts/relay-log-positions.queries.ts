import { eq } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { relayLogPositions } from './relay-log-positions.tables.ts'

export type LogPosition = typeof relayLogPositions.$inferSelect

export async function findPosition(db: Database, path: string): Promise<LogPosition | undefined> {
  const [position] = await db.select().from(relayLogPositions).where(eq(relayLogPositions.path, path))
  return position
}

export const savePosition = (db: Database, { path, ...position }: LogPosition) =>
  db
    .insert(relayLogPositions)
    .values({ path, ...position })
    .onConflictDoUpdate({ target: relayLogPositions.path, set: position })

/** When Beffroi last read this log by itself. */
export const lastReading = async (db: Database, path: string): Promise<Date | undefined> =>
  (await findPosition(db, path))?.readAt
