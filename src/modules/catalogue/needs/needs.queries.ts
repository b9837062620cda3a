import { asc, eq, isNull } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { NotFound } from '#platform/http/refusals.ts'
import { needs, productNeeds, products } from './needs.tables.ts'

export type Need = typeof needs.$inferSelect

/** A need by its slug, retired or not. */
export async function findNeed(db: Database, slug: string): Promise<Need> {
  const [need] = await db.select().from(needs).where(eq(needs.slug, slug))
  if (!need) throw new NotFound('Ce besoin n’est pas dans l’annuaire.')

  return need
}

/** The needs that are shown, under their services, in the order of the vocabulary. */
export const listNeeds = (db: Database): Promise<Need[]> =>
  db.select().from(needs).where(isNull(needs.retiredAt)).orderBy(asc(needs.position), asc(needs.slug))

/** The products with which a need is met today, those bought for it first. */
export const productsOfNeed = (db: Database, need: string) =>
  db
    .select({ slug: products.slug, name: products.name, vendor: products.vendor })
    .from(productNeeds)
    .innerJoin(products, eq(products.slug, productNeeds.product))
    .where(eq(productNeeds.need, need))
    .orderBy(asc(productNeeds.position), asc(products.name))
