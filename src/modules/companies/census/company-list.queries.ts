import { type SQL, sql } from 'drizzle-orm'
import { plainName } from '#modules/communes/index.ts'
import type { Database } from '#platform/database/database.ts'
import { moment } from '#platform/database/moment.ts'
import type { Area } from '../services/area.ts'
import { servesSql } from '../services/area-names.queries.ts'
import { goneBefore } from '../services/freshness.ts'
import type { ServiceKind } from '../services/service.ts'

export type CompanyFilter = {
  readonly q: string
  readonly kind?: ServiceKind
  /** A need, by its slug. */
  readonly need?: string
  /** A software, by its slug. */
  readonly software?: string
  readonly area?: Area
  /** Those with a reference that a commune has confirmed. */
  readonly confirmed?: 'oui'
  /** Those that have declared something, or nothing yet. */
  readonly said?: 'yes' | 'no'
}

/** A company as the public list shows it. */
export type ListedCompany = {
  readonly id: string
  readonly siren: string | null
  readonly name: string
  readonly website: string | null
  readonly postalAddress: string | null
  readonly commune: string | null
  readonly isClaimed: boolean
  readonly kinds: readonly ServiceKind[]
  /** Needs and software about which it states a service, in words. */
  readonly subjects: readonly string[]
  readonly areas: readonly Area[]
  readonly confirmedReferences: number
  readonly declaredReferences: number
  readonly offers: number
  readonly source: string
  readonly sourceDate: string | null
}

export const companyPageSize = 25

/**
 * The companies that a filter keeps: first those that have declared something, then the others; within each, by a draw that
 * the seed of the day decides. No name, no number, no date of arrival is in the order. All of them without a page.
 */
export function listCompanies(
  db: Database,
  filter: CompanyFilter,
  { seed, now, page }: { readonly seed: string; readonly now: Date; readonly page?: number },
): Promise<ListedCompany[]> {
  const paging = page ? sql`limit ${companyPageSize} offset ${(page - 1) * companyPageSize}` : sql``
  return db.execute<ListedCompany>(sql`
    with kept as (
      select c.*, ${hasSaid(now)} as said from companies c where ${keptBy(filter, now)}
      order by said desc, md5(${seed}::text || c.id::text) ${paging})
    select c.id, c.siren, c.name, c.website, c.postal_address as "postalAddress", seat.name as commune,
      c.claimed_at is not null as "isClaimed", c.source, c.source_date::text as "sourceDate",
      s.kinds, s.subjects, s.areas, r.confirmed as "confirmedReferences", r.declared as "declaredReferences",
      o.offers
    from kept c left join communes seat on seat.insee = c.insee,
      lateral (
        select coalesce(array_agg(distinct s.kind), '{}') as kinds,
          coalesce(array_agg(distinct coalesce(n.label, w.name)), '{}') as subjects,
          coalesce(array_agg(distinct a.area) filter (where a.area is not null), '{}') as areas
        from company_services s left join needs n on n.slug = s.need left join software w on w.id = s.software_id
          left join lateral unnest(s.areas) as a (area) on true
        where s.company_id = c.id and ${isAlive(sql`s`, now)}) s,
      lateral (
        select (count(*) filter (where state = 'confirmed'))::int as confirmed,
          (count(*) filter (where state = 'declared'))::int as declared
        from company_references where company_id = c.id and withdrawn_at is null) r,
      lateral (
        select count(*)::int as offers from operated_offers x where x.company_id = c.id and ${isAlive(sql`x`, now)}) o
    order by c.said desc, md5(${seed}::text || c.id::text)`)
}

/** How many a filter keeps. */
export async function countCompanies(db: Database, filter: CompanyFilter, now: Date) {
  const [row] = await db.execute<{ n: number }>(
    sql`select count(*)::int as n from companies c where ${keptBy(filter, now)}`,
  )
  return row?.n ?? 0
}

const isAlive = (row: SQL, now: Date) =>
  sql`${row}.ended_at is null and ${row}.stated_at >= ${moment(goneBefore(now))}`

const hasSaid = (now: Date) => sql`(
  exists (select from company_services s where s.company_id = c.id and ${isAlive(sql`s`, now)})
  or exists (select from operated_offers x where x.company_id = c.id and ${isAlive(sql`x`, now)}))`

function keptBy({ q, confirmed, said, ...sought }: CompanyFilter, now: Date) {
  const digits = q.replace(/\s/g, '')
  const conditions = [
    sql`c.withdrawn_at is null`,
    q ? sql`(c.search_name like ${`%${likeless(plainName(q))}%`} or c.siren = ${digits})` : undefined,
    offering(sought, now),
    confirmed
      ? sql`exists (select from company_references r
          where r.company_id = c.id and r.withdrawn_at is null and r.state = 'confirmed')`
      : undefined,
    said === 'yes' ? hasSaid(now) : said === 'no' ? sql`not ${hasSaid(now)}` : undefined,
  ]
  return sql.join(
    conditions.filter((condition) => condition !== undefined),
    sql` and `,
  )
}

// What is asked must be true of one same service: training on this need, in this area.
function offering(
  { kind, need, software, area }: Pick<CompanyFilter, 'kind' | 'need' | 'software' | 'area'>,
  now: Date,
) {
  const [services, offers] = [sql`s`, sql`x`].map((row) =>
    [
      need
        ? sql`(${row}.need = ${need} or ${row}.software_id in (select m.software_id from meets m where m.need = ${need}))`
        : undefined,
      software
        ? sql`${row}.software_id in (select w.id from software w where w.slug = ${software})`
        : undefined,
      area ? servesSql(sql`${row}.areas`, area) : undefined,
    ].filter((condition) => condition !== undefined),
  )
  if (!services || !offers || (services.length === 0 && !kind)) return undefined

  const ofKind = kind ? [sql`s.kind = ${kind}`] : []
  const inServices = sql`exists (select from company_services s
    where ${sql.join([sql`s.company_id = c.id`, isAlive(sql`s`, now), ...services, ...ofKind], sql` and `)})`
  if (kind && kind !== 'hosting') return inServices

  return sql`(${inServices} or exists (select from operated_offers x
    where ${sql.join([sql`x.company_id = c.id`, isAlive(sql`x`, now), ...offers], sql` and `)}))`
}

const likeless = (text: string) => text.replace(/[\\%_]/g, '\\$&')

/** A need or a software about which companies state something, to choose in a filter. */
export type Subject = { readonly value: string; readonly label: string; readonly companies: number }

/** What can be chosen in the filters: the needs and the software about which somebody states something today. */
export async function listSubjects(db: Database, now: Date) {
  const rows = await db.execute<Subject & { kind: 'need' | 'software' }>(sql`
    select case when s.need is null then 'software' else 'need' end as kind, coalesce(s.need, w.slug) as value,
      coalesce(n.label, w.name) as label, count(distinct s.company_id)::int as companies
    from (
      select need, software_id, company_id from company_services s where ${isAlive(sql`s`, now)}
      union all
      select need, null, company_id from operated_offers x where company_id is not null and ${isAlive(sql`x`, now)}
      union all
      select null, software_id, company_id from operated_offers x
        where company_id is not null and ${isAlive(sql`x`, now)}) s
      join companies c on c.id = s.company_id and c.withdrawn_at is null
      left join needs n on n.slug = s.need left join software w on w.id = s.software_id
    group by 1, 2, 3 order by 3`)
  return {
    needs: rows.filter(({ kind }) => kind === 'need'),
    software: rows.filter(({ kind }) => kind === 'software'),
  }
}
