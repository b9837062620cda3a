import type { Database } from '#platform/database/database.ts'
import { NotFound } from '#platform/http/refusals.ts'
import { programmes } from './programme.tables.ts'

export type Programme = typeof programmes.$inferSelect

/** The programme that this database serves; NotFound until it is founded. */
export async function findProgramme(db: Database): Promise<Programme> {
  const programme = await programmeIfFounded(db)
  if (!programme) throw new NotFound('Le programme n’est pas encore fondé.')
  return programme
}

/** The programme, or nothing before its founding. */
export async function programmeIfFounded(db: Database): Promise<Programme | undefined> {
  const [programme] = await db.select().from(programmes)
  return programme
}

/** Writes the programme; nothing, and false, when there is one already. */
export async function addProgramme(db: Database, programme: Programme): Promise<boolean> {
  const added = await db
    .insert(programmes)
    .values(programme)
    .onConflictDoNothing()
    .returning({ id: programmes.id })
  return added.length > 0
}
