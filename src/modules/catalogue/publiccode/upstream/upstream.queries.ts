import { desc, eq } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { publiccodeStatements, publiccodeUpstream } from '../publiccode.tables.ts'

/** The steps of the repair of one file, newest first. */
export const listUpstream = (db: Database, softwareId: string) =>
  db
    .select()
    .from(publiccodeUpstream)
    .where(eq(publiccodeUpstream.softwareId, softwareId))
    .orderBy(desc(publiccodeUpstream.recordedAt), desc(publiccodeUpstream.id))

/** Records a step; the same form posted twice records one. */
export async function recordUpstream(db: Database, step: typeof publiccodeUpstream.$inferInsert) {
  await db.insert(publiccodeUpstream).values(step).onConflictDoNothing()
}

/** What editors have stated of one software, newest first. */
export const listStatements = (db: Database, softwareId: string) =>
  db
    .select()
    .from(publiccodeStatements)
    .where(eq(publiccodeStatements.softwareId, softwareId))
    .orderBy(desc(publiccodeStatements.statedAt), desc(publiccodeStatements.id))

/** Keeps what an editor states; the same form posted twice keeps one. */
export async function recordStatement(db: Database, statement: typeof publiccodeStatements.$inferInsert) {
  await db.insert(publiccodeStatements).values(statement).onConflictDoNothing()
}
