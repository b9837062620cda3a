import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { NotFound } from '#platform/http/refusals.ts'
import { isId } from '#platform/ids.ts'
import { deliveries } from '../deliveries/deliveries.tables.ts'
import { lots } from './lots.tables.ts'

export type Lot = typeof lots.$inferSelect

/** One lot; throws NotFound. */
export async function findLot(db: Database, id: string): Promise<Lot> {
  const [lot] = isId(id) ? await db.select().from(lots).where(eq(lots.id, id)) : []
  if (!lot) throw new NotFound('Ce lot n’existe pas.')
  return lot
}

/** The same, held until the transaction ends: two people never mark it at once. */
export async function lockLot(db: Database, id: string): Promise<Lot> {
  const [lot] = isId(id) ? await db.select().from(lots).where(eq(lots.id, id)).for('update') : []
  if (!lot) throw new NotFound('Ce lot n’existe pas.')
  return lot
}

export const listLots = (db: Database, waveId: string): Promise<Lot[]> =>
  db.select().from(lots).where(eq(lots.waveId, waveId)).orderBy(asc(lots.number))

/** The lots of a wave that have no PDF yet. */
export const lotsToCompose = (db: Database, waveId: string): Promise<Lot[]> =>
  db
    .select()
    .from(lots)
    .where(and(eq(lots.waveId, waveId), inArray(lots.state, ['planned', 'blocked'])))
    .orderBy(asc(lots.number))

export const updateLot = (db: Database, id: string, changes: Partial<Lot>) =>
  db.update(lots).set(changes).where(eq(lots.id, id))

type NewLot = Pick<Lot, 'id' | 'waveId' | 'number' | 'letters'>

export async function insertLots(db: Database, rows: readonly NewLot[]) {
  if (rows.length === 0) return
  await db.insert(lots).values(rows.map((row) => ({ ...row, state: 'planned' as const })))
}

/** The letters of a lot in the order of its pages. */
export const lettersOf = (db: Database, lotId: string) =>
  db
    .select()
    .from(deliveries)
    .where(eq(deliveries.lotId, lotId))
    .orderBy(
      asc(deliveries.firstPage),
      sql`${deliveries.postalAddress} ->> 'postcode'`,
      asc(deliveries.insee),
    )

/** Writes the pages of each letter and says that it is composed, in one statement. */
export const setPages = (db: Database, pages: readonly { id: string; first: number; last: number }[]) =>
  db.execute(sql`
    update deliveries d set state = 'composed', first_page = p.first, last_page = p.last
    from jsonb_to_recordset(${JSON.stringify(pages)}::jsonb) as p (id uuid, first int, last int)
    where d.id = p.id and d.state in ('planned', 'composed')`)
