import { sql } from 'drizzle-orm'
import { plainName } from '#modules/communes/index.ts'
import type { Database } from '#platform/database/database.ts'
import { moment } from '#platform/database/moment.ts'
import { type Company, findCompany } from '../census/census.queries.ts'

/** Two claims at once: the second waits, then finds what the first has done. */
export const waitForOtherClaims = (db: Database) =>
  db.execute(sql`select pg_advisory_xact_lock(hashtext('companies.claims'))`)

/** The company of this number, or one of the same name when the number is not known. */
export async function knownAlready(db: Database, { siren, name }: { siren: string; name?: string }) {
  const [row] = await db.execute<{ id: string; byName: boolean }>(sql`
    select id, siren is distinct from ${siren} as "byName" from companies
    where siren = ${siren} or (withdrawn_at is null and search_name = ${plainName(name ?? '')})
    order by 2 limit 1`)
  return row && { ...(await findCompany(db, row.id)), byName: row.byName }
}

type Taken = { readonly siren: string; readonly organisationId: string; readonly at: Date }

/** Ties a company to the organisation whose people now act for it. */
export const takeCompany = (db: Database, id: string, { siren, organisationId, at }: Taken) =>
  db.execute(sql`
    update companies set siren = ${siren}, organisation_id = ${organisationId}, claimed_at = ${moment(at)}
    where id = ${id} and claimed_at is null`)

/** Unties it, and ends all that was stated while it was tied: it may have been somebody else’s word. */
export async function releaseCompany(db: Database, { id, claimedAt }: Company, at: Date) {
  const since = moment(claimedAt ?? at)
  await db.execute(
    sql`update company_services set ended_at = ${moment(at)} where company_id = ${id} and ended_at is null`,
  )
  await db.execute(
    sql`update operated_offers set ended_at = ${moment(at)} where company_id = ${id} and ended_at is null`,
  )
  await db.execute(sql`
    update company_references set withdrawn_at = ${moment(at)}
    where company_id = ${id} and withdrawn_at is null and declared_at >= ${since}`)
  await db.execute(sql`
    update companies set organisation_id = null, claimed_at = null, presentation = null where id = ${id}`)
}
