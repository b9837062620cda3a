import { asc, eq } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { NotFound } from '#platform/http/refusals.ts'
import { isId } from '#platform/ids.ts'
import { lotReprints } from './lots.tables.ts'

export type Reprint = typeof lotReprints.$inferSelect

/** The letters of a lot that were printed again, oldest first. */
export const listReprints = (db: Database, lotId: string): Promise<Reprint[]> =>
  db.select().from(lotReprints).where(eq(lotReprints.lotId, lotId)).orderBy(asc(lotReprints.at))

/** One reprint; throws NotFound. */
export async function findReprint(db: Database, id: string): Promise<Reprint> {
  const [reprint] = isId(id) ? await db.select().from(lotReprints).where(eq(lotReprints.id, id)) : []
  if (!reprint) throw new NotFound('Cette réimpression n’existe pas.')
  return reprint
}

/** Records a reprint; false when the same one was recorded already (a form posted twice). */
export async function insertReprint(db: Database, reprint: Reprint) {
  const inserted = await db
    .insert(lotReprints)
    .values(reprint)
    .onConflictDoNothing()
    .returning({ id: lotReprints.id })
  return inserted.length > 0
}
