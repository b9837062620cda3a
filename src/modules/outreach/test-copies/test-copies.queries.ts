import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { communes } from '#modules/communes/index.ts'
import type { Database } from '#platform/database/database.ts'
import { isId } from '#platform/ids.ts'
import { testCopies } from './test-copies.tables.ts'

/** The copies of a wave, newest first, with whom each was written for. */
export async function listTestCopies(db: Database, waveId: string) {
  const rows = await db
    .select({
      copy: testCopies,
      addressee: sql<string>`coalesce(${communes.name}, ${testCopies.companyName})`,
    })
    .from(testCopies)
    .leftJoin(communes, eq(communes.insee, testCopies.insee))
    .where(eq(testCopies.waveId, waveId))
    .orderBy(desc(testCopies.askedAt), desc(testCopies.id))
  return rows.map(({ copy, addressee }) => ({ ...copy, addressee }))
}

export type ListedCopy = Awaited<ReturnType<typeof listTestCopies>>[number]

/** Writes a copy; the same form posted twice writes one. */
export const insertTestCopy = async (db: Database, copy: typeof testCopies.$inferInsert) =>
  (await db.insert(testCopies).values(copy).onConflictDoNothing().returning({ id: testCopies.id })).length > 0

/** Says that a person looked at a copy of a wave; false when there is none, or it was already said. */
export async function markSeen(db: Database, waveId: string, id: string, seen: { by: string; at: Date }) {
  if (!isId(id)) return false
  const marked = await db
    .update(testCopies)
    .set({ seenAt: seen.at, seenBy: seen.by })
    .where(and(eq(testCopies.id, id), eq(testCopies.waveId, waveId), isNull(testCopies.seenAt)))
    .returning({ id: testCopies.id })
  return marked.length > 0
}
