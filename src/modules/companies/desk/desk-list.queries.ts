import { sql } from 'drizzle-orm'
import { plainName } from '#modules/communes/index.ts'
import type { Database } from '#platform/database/database.ts'
import type { DeskState } from './desk-state.ts'

export type DeskFilter = { readonly q: string; readonly state?: DeskState }

/** A company as the partnership's own list shows it. */
export type DeskCompany = {
  readonly id: string
  readonly siren: string | null
  readonly name: string
  readonly email: string | null
  readonly postalAddress: string | null
  readonly source: string
  readonly sourceDate: string | null
  readonly claimedOn: string | null
  readonly invitedOn: string | null
  readonly isOpposed: boolean
  readonly withdrawnReason: string | null
  readonly services: number
}

export const deskPageSize = 50

// One row a company, with what the ledger and the oppositions say of it.
const rows = sql`(
  select c.id, c.siren, c.name, c.search_name, c.email, c.postal_address as "postalAddress", c.source,
    c.source_date::text as "sourceDate", to_char(c.claimed_at, 'YYYY-MM-DD') as "claimedOn", c.withdrawn_at,
    c.withdrawn_reason as "withdrawnReason",
    (select to_char(max(d.created_at), 'YYYY-MM-DD') from deliveries d where d.company_id = c.id) as "invitedOn",
    exists (select from opposition_organisations o where o.company_id = c.id and o.lifted_at is null) as "isOpposed",
    (select count(*)::int from company_services s where s.company_id = c.id and s.ended_at is null) as services
  from companies c)`

/** The companies that a filter keeps, by name: this list is a working tool, nobody is chosen in it. */
export const listDeskCompanies = (db: Database, filter: DeskFilter, page?: number): Promise<DeskCompany[]> =>
  db.execute<DeskCompany>(sql`
    select x.id, x.siren, x.name, x.email, x."postalAddress", x.source, x."sourceDate", x."claimedOn", x."invitedOn",
      x."isOpposed", x."withdrawnReason", x.services
    from ${rows} x where ${kept(filter)} order by x.search_name, x.id
    ${page ? sql`limit ${deskPageSize} offset ${(page - 1) * deskPageSize}` : sql``}`)

export async function countDeskCompanies(db: Database, filter: DeskFilter) {
  const [row] = await db.execute<{ n: number }>(
    sql`select count(*)::int as n from ${rows} x where ${kept(filter)}`,
  )
  return row?.n ?? 0
}

/** How many claims and reports wait for a person. */
export async function countPending(db: Database) {
  const [row] = await db.execute<{ claims: number; reports: number }>(sql`
    select (select count(*)::int from company_claims where state = 'asked' and way = 'by-hand') as claims,
      (select count(*)::int from company_reports where settled_at is null) as reports`)
  return row ?? { claims: 0, reports: 0 }
}

const conditions = {
  claimed: sql`x."claimedOn" is not null and x.withdrawn_at is null`,
  unclaimed: sql`x."claimedOn" is null and x.withdrawn_at is null`,
  invited: sql`x."invitedOn" is not null and x."claimedOn" is null`,
  opposed: sql`x."isOpposed"`,
  'no-address': sql`x.email is null and x."claimedOn" is null and x.withdrawn_at is null`,
  self: sql`x.source = 'Inscrite par l’entreprise'`,
  withdrawn: sql`x.withdrawn_at is not null`,
} satisfies Record<DeskState, unknown>

function kept({ q, state }: DeskFilter) {
  const words = `%${plainName(q).replace(/[\\%_]/g, '\\$&')}%`
  const found = q ? sql`(x.search_name like ${words} or x.siren = ${q.replace(/\s/g, '')})` : sql`true`
  return state ? sql`${found} and ${conditions[state]}` : found
}
