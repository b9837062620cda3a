import { eq, sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { NotFound } from '#platform/http/refusals.ts'
import { isId } from '#platform/ids.ts'
import { companies, companyCourses, companyNames } from '../companies.tables.ts'

/** A service company as the census holds it, withdrawn ones included. */
export type Company = typeof companies.$inferSelect

/** A company by its SIREN or its identifier. */
export async function findCompany(db: Database, sirenOrId: string): Promise<Company> {
  const key = sirenOrId.replace(/\s/g, '')
  const [company] = /^\d{9}$/.test(key)
    ? await db.select().from(companies).where(eq(companies.siren, key))
    : isId(key)
      ? await db.select().from(companies).where(eq(companies.id, key))
      : []
  if (!company) throw new NotFound('Cette entreprise n’est pas dans le recensement.')
  return company
}

/** The company on whose behalf an organisation's people act, once it has claimed its page. */
export async function companyOfOrganisation(db: Database, organisationId: string) {
  const [company] = await db.select().from(companies).where(eq(companies.organisationId, organisationId))
  return company
}

/** Adds a company; the same identifier, SIREN or source's key again changes nothing. Says whether it was added. */
export async function addCompany(db: Database, company: typeof companies.$inferInsert) {
  const added = await db
    .insert(companies)
    .values(company)
    .onConflictDoNothing()
    .returning({ id: companies.id })
  return added.length > 0
}

/** The courses that a source lists for a company, in its order. */
export const coursesOf = (db: Database, companyId: string) =>
  db
    .select({ title: companyCourses.title })
    .from(companyCourses)
    .where(eq(companyCourses.companyId, companyId))
    .orderBy(companyCourses.rank)

/** What a company was called before, newest first. */
export const formerNamesOf = (db: Database, companyId: string) =>
  db
    .select({ name: companyNames.name, until: companyNames.until })
    .from(companyNames)
    .where(eq(companyNames.companyId, companyId))
    .orderBy(sql`${companyNames.until} desc`)

/** A company of the census that nobody has claimed: what an invitation needs. No order means anything here. */
export type CompanyToInvite = Pick<
  Company,
  'id' | 'siren' | 'name' | 'email' | 'website' | 'postalAddress' | 'insee' | 'source' | 'sourceDate'
>

/** The companies to invite to claim their page: neither claimed nor withdrawn, with or without an address. */
export const listCompaniesToInvite = (db: Database): Promise<CompanyToInvite[]> =>
  db
    .select({
      id: companies.id,
      siren: companies.siren,
      name: companies.name,
      email: companies.email,
      website: companies.website,
      postalAddress: companies.postalAddress,
      insee: companies.insee,
      source: companies.source,
      sourceDate: companies.sourceDate,
    })
    .from(companies)
    .where(sql`${companies.claimedAt} is null and ${companies.withdrawnAt} is null`)
    .orderBy(companies.id)
