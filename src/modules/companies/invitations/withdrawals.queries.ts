import { and, eq, isNull } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { companies } from '../companies.tables.ts'

type Withdrawal = { readonly reason: string; readonly by: string; readonly at: Date }

/** Takes an unclaimed company out of the census, once: the first reason stays. Says whether it was still there. */
export async function withdrawCompany(db: Database, id: string, { reason, by, at }: Withdrawal) {
  const withdrawn = await db
    .update(companies)
    .set({ withdrawnAt: at, withdrawnReason: reason, withdrawnBy: by })
    .where(and(eq(companies.id, id), isNull(companies.withdrawnAt), isNull(companies.claimedAt)))
    .returning({ id: companies.id })
  return withdrawn.length > 0
}
