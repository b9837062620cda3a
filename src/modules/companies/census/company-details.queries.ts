import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { companies, companyNames } from '../companies.tables.ts'
import type { Company } from './census.queries.ts'

type Changed = Partial<
  Pick<Company, 'name' | 'presentation' | 'website' | 'email' | 'phone' | 'postalAddress' | 'siren'>
>

/** Changes what a company's page says. */
export const updateCompany = (db: Database, id: string, changed: Changed) =>
  db.update(companies).set(changed).where(eq(companies.id, id))

/** Keeps the name that a company leaves. */
export const keepFormerName = (db: Database, { id, name }: Company, until: Date) =>
  db.insert(companyNames).values({ companyId: id, name, until }).onConflictDoNothing()

type Withdrawal = { readonly reason: string; readonly by: string; readonly at: Date }

/** Takes a company out of the census, with the reason that its page gives; false when it is out already. */
export async function takeOut(db: Database, id: string, { reason, by, at }: Withdrawal) {
  const out = await db
    .update(companies)
    .set({ withdrawnAt: at, withdrawnReason: reason, withdrawnBy: by })
    .where(and(eq(companies.id, id), isNull(companies.withdrawnAt)))
    .returning({ id: companies.id })
  return out.length > 0
}

/** Takes a withdrawal back; false when there was none. */
export async function putBack(db: Database, id: string) {
  const back = await db
    .update(companies)
    .set({ withdrawnAt: null, withdrawnReason: null, withdrawnBy: null })
    .where(and(eq(companies.id, id), isNotNull(companies.withdrawnAt)))
    .returning({ id: companies.id })
  return back.length > 0
}
