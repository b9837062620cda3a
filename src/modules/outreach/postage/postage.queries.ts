import { asc, desc, sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { postagePrices } from './postage.tables.ts'

export type PostagePrice = typeof postagePrices.$inferSelect

/** Every price ever recorded, by kind and product, the newest first. */
export const listPrices = (db: Database): Promise<PostagePrice[]> =>
  db
    .select()
    .from(postagePrices)
    .orderBy(
      sql`array_position(array['stamp', 'sheet', 'envelope'], ${postagePrices.kind})`,
      asc(postagePrices.product),
      asc(postagePrices.upToGrams),
      desc(postagePrices.validFrom),
    )

/** Records a price; false when one was already recorded for the same thing from the same day. */
export async function insertPrice(db: Database, price: typeof postagePrices.$inferInsert) {
  const inserted = await db
    .insert(postagePrices)
    .values(price)
    .onConflictDoNothing()
    .returning({ id: postagePrices.id })
  return inserted.length > 0
}

/** The letters of the waves that have any, with what they may cost. */
export const letterBudgets = (db: Database) =>
  db.execute<{
    id: string
    name: string
    letters: number
    sheets: number
    product: string
    budget: number | null
    day: string
  }>(sql`
    select w.id, w.name, count(*)::int as letters, sum(coalesce(d.last_page - d.first_page + 1, 1))::int as sheets,
      w.postage_product as product, w.letter_budget_cents as budget,
      to_char(w.launched_at at time zone 'Europe/Paris', 'YYYY-MM-DD') as day
    from waves w join deliveries d on d.wave_id = w.id and d.channel = 'letter' and d.state <> 'excluded'
    where w.state = 'launched'
    group by w.id order by w.launched_at desc`)

export type LetterBudget = Awaited<ReturnType<typeof letterBudgets>>[number]
