import { and, count, eq, inArray, sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { perimeterChanges, perimeterCommunes } from './programme.tables.ts'

/** The INSEE codes of the perimeter; empty before the founding. */
export async function listPerimeter(db: Database): Promise<string[]> {
  const rows = await db.select({ insee: perimeterCommunes.insee }).from(perimeterCommunes)
  return rows.map(({ insee }) => insee)
}

/** How many communes the perimeter holds. */
export async function countPerimeter(db: Database): Promise<number> {
  const [row] = await db.select({ communes: count() }).from(perimeterCommunes)
  return row?.communes ?? 0
}

export async function isInPerimeter(db: Database, insee: string): Promise<boolean> {
  const rows = await db.select().from(perimeterCommunes).where(eq(perimeterCommunes.insee, insee)).limit(1)
  return rows.length > 0
}

/** Puts communes in the perimeter and gives back those that were not in it. */
export async function insertIntoPerimeter(db: Database, programmeId: string, insees: readonly string[]) {
  const entered: string[] = []
  for (const batch of batches(insees)) {
    const rows = await db
      .insert(perimeterCommunes)
      .values(batch.map((insee) => ({ programmeId, insee })))
      .onConflictDoNothing()
      .returning({ insee: perimeterCommunes.insee })
    entered.push(...rows.map(({ insee }) => insee))
  }
  return entered
}

/** Takes communes out of the perimeter and gives back those that were in it. */
export async function deleteFromPerimeter(db: Database, programmeId: string, insees: readonly string[]) {
  const left: string[] = []
  for (const batch of batches(insees)) {
    const rows = await db
      .delete(perimeterCommunes)
      .where(and(eq(perimeterCommunes.programmeId, programmeId), inArray(perimeterCommunes.insee, batch)))
      .returning({ insee: perimeterCommunes.insee })
    left.push(...rows.map(({ insee }) => insee))
  }
  return left
}

/** PostgreSQL never counts so small a table by itself, and would read the whole of France to find 47 communes. */
export const countForPlanner = (db: Database) => db.execute(sql`analyze perimeter_communes`)

export type PerimeterChange = typeof perimeterChanges.$inferSelect

export const saveChange = (db: Database, change: PerimeterChange) =>
  db.insert(perimeterChanges).values(change)

export async function findChange(db: Database, id: string): Promise<PerimeterChange | undefined> {
  const [change] = await db.select().from(perimeterChanges).where(eq(perimeterChanges.id, id)).for('update')
  return change
}

export async function isUndone(db: Database, id: string): Promise<boolean> {
  const rows = await db.select().from(perimeterChanges).where(eq(perimeterChanges.undoesId, id)).limit(1)
  return rows.length > 0
}

// PostgreSQL takes 65,535 values a statement; a perimeter may be the whole of France.
const batchSize = 10_000

const batches = (insees: readonly string[]) =>
  Array.from({ length: Math.ceil(insees.length / batchSize) }, (_, rank) =>
    insees.slice(rank * batchSize, (rank + 1) * batchSize),
  )
