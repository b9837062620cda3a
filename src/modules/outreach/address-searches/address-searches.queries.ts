import { and, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import { plainName } from '#modules/communes/index.ts'
import type { Database } from '#platform/database/database.ts'
import { isId, newId } from '#platform/ids.ts'
import type { SearchChannel, SearchEnding } from './address-search.ts'
import { addressSearches } from './address-searches.tables.ts'

/** What led nowhere: the town hall, the way, the address, and the delivery that showed it. */
export type DeadEnd = {
  readonly insee: string
  readonly channel: SearchChannel
  readonly address: string
  readonly deliveryId?: string
  readonly reason: string
  readonly at: Date
  readonly by?: string
}

/** Opens the task of finding an address; the same dead end told again changes nothing. Gives whether it is new. */
export async function openAddressSearch(db: Database, { at, by, ...deadEnd }: DeadEnd): Promise<boolean> {
  const opened = await db
    .insert(addressSearches)
    .values({ id: newId(), ...deadEnd, openedAt: at, openedBy: by })
    .onConflictDoNothing()
    .returning({ id: addressSearches.id })
  return opened.length > 0
}

type Ending = {
  readonly closedAs: SearchEnding
  readonly outcome: string
  readonly by: string
  readonly at: Date
}

/** Ends an open search; false when it is closed already. */
export async function closeAddressSearch(db: Database, id: string, { closedAs, outcome, by, at }: Ending) {
  const closed = await db
    .update(addressSearches)
    .set({ closedAs, outcome, closedBy: by, closedAt: at })
    .where(and(eq(addressSearches.id, id), isNull(addressSearches.closedAt)))
    .returning({ id: addressSearches.id })
  return closed.length > 0
}

/** Opens a closed search again; false when it is open, or when the same dead end was told anew since. */
export async function reopenAddressSearch(db: Database, id: string) {
  const reopened = await db
    .update(addressSearches)
    .set({ closedAs: null, outcome: null, closedBy: null, closedAt: null })
    .where(
      and(
        eq(addressSearches.id, id),
        isNotNull(addressSearches.closedAt),
        sql`not exists (select from address_searches o where o.closed_at is null and o.insee = ${addressSearches.insee}
          and o.channel = ${addressSearches.channel} and o.address = ${addressSearches.address})`,
      ),
    )
    .returning({ id: addressSearches.id })
  return reopened.length > 0
}

/** A search as its screens show it, with what else is known of the town hall. */
export type SearchRow = typeof addressSearches.$inferSelect & {
  readonly commune: string
  readonly epci: string | null
  readonly phone: string | null
  readonly website: string | null
  readonly mayor: string | null
  readonly emails: readonly string[]
}

export const searchStates = ['open', 'closed'] as const

export type SearchFilter = {
  readonly q: string
  readonly state: (typeof searchStates)[number]
  readonly channel?: SearchChannel
}

export const searchPageSize = 50

type Moments = 'openedAt' | 'closedAt'
type Raw = Omit<SearchRow, Moments> & { openedAt: string; closedAt: string | null }

/** The searches that a filter keeps: the open ones oldest first, the closed ones newest first. */
export function listAddressSearches(db: Database, filter: SearchFilter, page?: number) {
  const order = filter.state === 'open' ? sql`a.opened_at, a.id` : sql`a.closed_at desc, a.id`
  const paging = page ? sql`limit ${searchPageSize} offset ${(page - 1) * searchPageSize}` : sql``
  return find(db, sql`${kept(filter)} order by ${order} ${paging}`)
}

export async function findAddressSearch(db: Database, id: string): Promise<SearchRow | undefined> {
  if (!isId(id)) return undefined
  const [row] = await find(db, sql`a.id = ${id}`)
  return row
}

export async function countAddressSearches(db: Database, filter: SearchFilter): Promise<number> {
  const [row] = await db.execute<{ n: number }>(sql`
    select count(*)::int as n from address_searches a join communes c on c.insee = a.insee where ${kept(filter)}`)
  return row?.n ?? 0
}

async function find(db: Database, condition: SQL): Promise<SearchRow[]> {
  const first = (kind: string) => sql`(select p.value from contact_points p
    where p.insee = a.insee and p.kind = ${kind} and p.ended_at is null order by p.rank, p.value limit 1)`
  const rows = await db.execute<Raw>(sql`
    select a.id, a.insee, a.channel, a.address, a.delivery_id as "deliveryId", a.reason, a.opened_at as "openedAt",
      a.opened_by as "openedBy", a.closed_at as "closedAt", a.closed_by as "closedBy", a.outcome, a.closed_as as "closedAs",
      c.name as commune, e.name as epci, ${first('phone')} as phone, ${first('website')} as website,
      (select concat_ws(' ', m.civility, m.first_name, m.last_name) from mayors m
         where m.insee = a.insee and m.ended_at is null) as mayor,
      coalesce((select jsonb_agg(p.value order by p.rank, p.value) from contact_points p
         where p.insee = a.insee and p.kind = 'email' and p.ended_at is null and p.value <> a.address), '[]') as emails
    from address_searches a join communes c on c.insee = a.insee left join epcis e on e.siren = c.epci_siren
    where ${condition}`)
  return rows.map((row) => ({
    ...row,
    openedAt: new Date(row.openedAt),
    closedAt: row.closedAt === null ? null : new Date(row.closedAt),
  }))
}

function kept({ q, state, channel }: SearchFilter) {
  const conditions = [
    state === 'open' ? sql`a.closed_at is null` : sql`a.closed_at is not null`,
    q
      ? sql`(c.search_name like ${`%${plainName(q)}%`} or a.insee = ${q} or a.address ilike ${`%${q}%`})`
      : undefined,
    channel ? sql`a.channel = ${channel}` : undefined,
  ]
  return sql.join(
    conditions.filter((condition) => condition !== undefined),
    sql` and `,
  )
}

/** The addresses of a town hall that lead nowhere on a channel, as one JSON value; for the rows of a screen. */
export const deadAddressesSql = (insee: SQL, channel: SearchChannel) => sql`(
  select coalesce(jsonb_agg(distinct a.address), '[]') from address_searches a
  where a.insee = ${insee} and a.channel = ${channel} and a.closed_as is distinct from 'works')`

/** SQL that is true of a town hall one of whose e-mail addresses of today leads nowhere. */
export const hasDeadEmailSql = (insee: SQL) => sql`exists (
  select from address_searches a join contact_points p on p.insee = a.insee and p.kind = 'email' and p.ended_at is null
    and lower(p.value) = lower(a.address)
  where a.insee = ${insee} and a.channel = 'email' and a.closed_as is distinct from 'works')`

/** A search that waits, as the record of its commune shows it. */
export type OpenSearch = {
  readonly id: string
  readonly channel: SearchChannel
  readonly address: string
  readonly reason: string
}

/** The open searches of a commune, oldest first, as one JSON value: its record is read in one query. */
export const openSearchesOfCommune = (insee: SQL) => sql`(
  select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'channel', a.channel, 'address', a.address, 'reason', a.reason)
    order by a.opened_at, a.id), '[]')
  from address_searches a where a.insee = ${insee} and a.closed_at is null)`
