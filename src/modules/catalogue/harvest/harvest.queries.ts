import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import type { Attributes } from '../software/software.ts'

// What is only known from a catalogue whose licence is not open stays here; what leaves is under Licence Ouverte.
const ours = sql`s.layer = 'main' and s.merged_into is null and s.withdrawn_at is null and exists (
  select from software_records r where r.software_id = s.id
    and r.source not in ('comptoir', 'cnll', 'italia', 'italia-en'))`

/** A sheet as harvesters read it. */
export type HarvestedSoftware = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly summary: string | null
  readonly licenceSpdx: string | null
  readonly licenceRaw: string | null
  readonly isFree: boolean | null
  readonly website: string | null
  readonly repository: string | null
  readonly documentation: string | null
  readonly platforms: readonly string[]
  readonly version: string | null
  readonly releasedOn: string | null
  readonly keywords: readonly string[]
  readonly attributes: Attributes
  readonly createdAt: Date
  readonly updatedAt: Date
  readonly number: number
  readonly needs: readonly string[]
  readonly identifiers: readonly { readonly scheme: string; readonly value: string }[]
}

/** Every sheet that may be harvested, by its number. */
export async function listHarvested(db: Database): Promise<HarvestedSoftware[]> {
  await numberThem(db)
  const rows = await db.execute<
    Omit<HarvestedSoftware, 'createdAt' | 'updatedAt'> & { createdAt: string; updatedAt: string }
  >(sql`
    with sill as (
      select value, min(software_id::text)::uuid as id, count(*) as bearers from software_identifiers
      where scheme = 'sill' and value ~ '^[0-9]{1,6}$' group by value
    )
    select s.id, s.slug, s.name, s.summary, s.licence_spdx as "licenceSpdx", s.licence_raw as "licenceRaw",
      s.is_free as "isFree", s.website, s.repository, s.documentation, s.platforms, s.version,
      s.released_on::text as "releasedOn", s.keywords, s.attributes, s.created_at as "createdAt", s.updated_at as "updatedAt",
      -- two sheets may claim one number of the SILL until a person decides: neither bears it then
      coalesce((select min(value::int) from sill where sill.id = s.id and bearers = 1), n.number) as number,
      coalesce((select jsonb_agg(needs.label order by needs.label) from meets m join needs on needs.slug = m.need
        where m.software_id = s.id and needs.retired_at is null), '[]') as needs,
      coalesce((select jsonb_agg(distinct jsonb_build_object('scheme', i.scheme, 'value', i.value))
        from software_identifiers i where i.software_id = s.id), '[]') as identifiers
    from software s join harvest_numbers n on n.software_id = s.id
    where ${ours} order by number`)
  return rows.map((row) => ({
    ...row,
    createdAt: new Date(row.createdAt),
    updatedAt: new Date(row.updatedAt),
  }))
}

const numberThem = (db: Database) =>
  db.execute(sql`
    insert into harvest_numbers (software_id)
    select s.id from software s where ${ours} and not exists (select from harvest_numbers n where n.software_id = s.id)
    order by s.id on conflict do nothing`)

type Cursor = {
  readonly after?: string
  readonly before?: string
  readonly since?: Date
  readonly until?: Date
  readonly most: number
}

/** The identifiers of a page of software that have a repository, in their order, with one more when there is a next page. */
export async function pageHarvested(
  db: Database,
  { after, before, since, until, most }: Cursor,
): Promise<string[]> {
  const conditions: SQL[] = [
    ours,
    sql`s.repository is not null`,
    ...(after ? [sql`s.id > ${after}`] : []),
    ...(before ? [sql`s.id < ${before}`] : []),
    ...(since ? [sql`s.updated_at >= ${since.toISOString()}::timestamptz`] : []),
    ...(until ? [sql`s.updated_at <= ${until.toISOString()}::timestamptz`] : []),
  ]
  const order = before ? sql`s.id desc` : sql`s.id`
  const rows = await db.execute<{ id: string }>(sql`
    select s.id from software s where ${sql.join(conditions, sql` and `)} order by ${order} limit ${most}`)
  return rows.map(({ id }) => id)
}

/** When anything that is harvested last changed. */
export async function lastHarvestChange(db: Database): Promise<Date> {
  const [row] = await db.execute<{ at: string | null }>(sql`select max(updated_at) as at from software`)
  return new Date(row?.at ?? 0)
}

/** The bodies that keep this catalogue, as its publishers. */
export const listPublishers = (db: Database) =>
  db.execute<{ id: string; name: string; createdAt: string }>(sql`
    select id, name, created_at as "createdAt" from organisations where kind in ('operator', 'association') order by name`)
