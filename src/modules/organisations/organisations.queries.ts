import { asc, eq } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { NotFound } from '#platform/http/refusals.ts'
import { isId } from '#platform/ids.ts'
import { organisations } from './organisations.tables.ts'

export type Organisation = typeof organisations.$inferSelect

export async function findOrganisation(db: Database, id: string): Promise<Organisation> {
  const [organisation] = isId(id) ? await db.select().from(organisations).where(eq(organisations.id, id)) : []
  if (!organisation) throw new NotFound('Cet organisme n’existe pas.')
  return organisation
}

export const listOrganisations = (db: Database) =>
  db.select().from(organisations).orderBy(asc(organisations.kind), asc(organisations.name))

/** Adds an organisation; adding it again under the same id changes nothing. */
export const addOrganisation = (db: Database, organisation: typeof organisations.$inferInsert) =>
  db.insert(organisations).values(organisation).onConflictDoNothing()

export type OrganisationDetails = Pick<
  Organisation,
  'name' | 'postalAddress' | 'email' | 'phone' | 'website' | 'dpoEmail'
>

export const updateOrganisation = (db: Database, id: string, details: OrganisationDetails) =>
  db.update(organisations).set(details).where(eq(organisations.id, id))

export const renameOrganisation = (db: Database, id: string, name: string) =>
  db.update(organisations).set({ name }).where(eq(organisations.id, id))
