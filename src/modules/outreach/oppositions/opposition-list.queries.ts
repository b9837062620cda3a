import { type SQL, sql } from 'drizzle-orm'
import { plainName } from '#modules/communes/index.ts'
import type { Database } from '#platform/database/database.ts'
import { moment } from '#platform/database/moment.ts'
import { isId } from '#platform/ids.ts'
import type { AddressKind, OppositionChannel, Topic } from './opposition.ts'

/** An opposition as the list shows it: of a town hall, of a company, or of the holder of an address, which cannot be read again. */
export type OppositionRow = {
  readonly id: string
  readonly insee: string | null
  readonly commune: string | null
  readonly companyId: string | null
  /** The company's name when it refused. */
  readonly company: string | null
  /** The communes of today that it holds for, when its own has merged since. */
  readonly successors: readonly { readonly insee: string; readonly name: string }[]
  readonly kind: AddressKind | null
  readonly channel: OppositionChannel
  readonly topic: Topic
  readonly since: Date
  readonly origin: string
  readonly recordedBy: string | null
  readonly reviewedAt: Date | null
  readonly reviewedBy: string | null
  readonly liftedAt: Date | null
  readonly liftedBy: string | null
  readonly liftingEvidence: string | null
  readonly liftingRequestedOn: string | null
  readonly liftingFileId: string | null
  readonly liftingContactId: string | null
}

export const oppositionStates = ['active', 'to-review', 'lifted'] as const
export const oppositionHolders = ['town-hall', 'company', 'address'] as const

export type OppositionFilter = {
  readonly q: string
  readonly state: (typeof oppositionStates)[number]
  readonly holder?: (typeof oppositionHolders)[number]
  readonly channel?: OppositionChannel
  readonly topic?: Topic
}

export const oppositionPageSize = 50

const both = sql`(
  select id, insee, company_id, company_name, null as kind, channel, topic, since, origin, recorded_by, reviewed_at, reviewed_by, lifted_at,
    lifted_by, lifting_evidence, lifting_requested_on, lifting_file_id, lifting_contact_id
  from opposition_organisations
  union all
  select id, null, null, null, kind, 'all', 'all', since, origin, recorded_by, reviewed_at, reviewed_by, lifted_at,
    lifted_by, lifting_evidence, lifting_requested_on, lifting_file_id, lifting_contact_id
  from opposition_addresses)`

type Dates = 'since' | 'reviewedAt' | 'liftedAt'
type Raw = Omit<OppositionRow, Dates> & { since: string; reviewedAt: string | null; liftedAt: string | null }

/** The oppositions that a filter keeps, newest first; all of them without a page. */
export async function listOppositions(db: Database, filter: OppositionFilter, limit: Date, page?: number) {
  const paging = page ? sql`limit ${oppositionPageSize} offset ${(page - 1) * oppositionPageSize}` : sql``
  return find(db, sql`${kept(filter, limit)} order by o.since desc, o.id desc ${paging}`)
}

/** One opposition, in force or lifted. */
export async function findOpposition(db: Database, id: string): Promise<OppositionRow | undefined> {
  if (!isId(id)) return undefined
  const [row] = await find(db, sql`o.id = ${id}`)
  return row
}

/** The opposition in force of whoever holds an address, by its keyed hash. */
export async function findAddressOpposition(db: Database, hmac: string): Promise<OppositionRow | undefined> {
  const [row] = await find(
    db,
    sql`o.lifted_at is null and o.id = (
      select a.id from opposition_addresses a where a.address_hmac = ${hmac} and a.lifted_at is null)`,
  )
  return row
}

async function find(db: Database, condition: SQL): Promise<OppositionRow[]> {
  const rows = await db.execute<Raw>(sql`
    select o.id, o.insee, c.name as commune, o.company_id as "companyId", o.company_name as company, o.kind, o.channel, o.topic, o.since, o.origin, o.recorded_by as "recordedBy",
      o.reviewed_at as "reviewedAt", o.reviewed_by as "reviewedBy", o.lifted_at as "liftedAt", o.lifted_by as "liftedBy",
      o.lifting_evidence as "liftingEvidence", o.lifting_requested_on::text as "liftingRequestedOn",
      o.lifting_file_id as "liftingFileId", o.lifting_contact_id as "liftingContactId",
      coalesce((select jsonb_agg(jsonb_build_object('insee', n.insee, 'name', n.name) order by n.name)
        from commune_successions s join communes n on n.insee = s.insee and n.ended_on is null
        where s.former_insee = o.insee and s.insee <> o.insee), '[]') as successors
    from ${both} o left join communes c on c.insee = o.insee
    where ${condition}`)
  return rows.map((row) => ({
    ...row,
    since: new Date(row.since),
    reviewedAt: dateOf(row.reviewedAt),
    liftedAt: dateOf(row.liftedAt),
  }))
}

const dateOf = (text: string | null) => (text === null ? null : new Date(text))

/** How many a filter keeps. */
export async function countOppositions(db: Database, filter: OppositionFilter, limit: Date): Promise<number> {
  const [row] = await db.execute<{ n: number }>(sql`
    select count(*)::int as n from ${both} o left join communes c on c.insee = o.insee where ${kept(filter, limit)}`)
  return row?.n ?? 0
}

function kept({ q, state, holder, channel, topic }: OppositionFilter, limit: Date) {
  const states = {
    active: sql`o.lifted_at is null`,
    'to-review': sql`o.lifted_at is null and coalesce(o.reviewed_at, o.since) < ${moment(limit)}`,
    lifted: sql`o.lifted_at is not null`,
  }
  const holders = {
    'town-hall': sql`o.insee is not null`,
    company: sql`o.company_id is not null`,
    address: sql`o.kind is not null`,
  }
  const conditions = [
    states[state],
    q
      ? sql`(c.search_name like ${`%${plainName(q)}%`} or o.insee = ${q} or o.company_name ilike ${`%${q}%`})`
      : undefined,
    holder ? holders[holder] : undefined,
    channel ? sql`o.channel = ${channel}` : undefined,
    topic ? sql`o.topic = ${topic}` : undefined,
  ]
  return sql.join(
    conditions.filter((condition) => condition !== undefined),
    sql` and `,
  )
}

/** How many are in force, by holder, and how many are to be looked at again. */
export type OppositionFigures = Readonly<Record<'townHalls' | 'companies' | 'addresses' | 'toReview', number>>

/** What is in force, by holder, and what is to be looked at again. */
export async function oppositionFigures(db: Database, limit: Date) {
  const [row] = await db.execute<OppositionFigures>(sql`
    select (count(*) filter (where insee is not null))::int as "townHalls",
      (count(*) filter (where company_id is not null))::int as companies,
      (count(*) filter (where kind is not null))::int as addresses,
      (count(*) filter (where coalesce(reviewed_at, since) < ${moment(limit)}))::int as "toReview"
    from ${both} o where lifted_at is null`)
  return row ?? { townHalls: 0, companies: 0, addresses: 0, toReview: 0 }
}
