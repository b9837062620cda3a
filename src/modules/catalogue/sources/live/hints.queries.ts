import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { moment } from '#platform/database/moment.ts'
import { newId } from '#platform/ids.ts'
import type { NamedCommune, NameLevel } from './body-name.ts'
import type { CompanyHint, UserHint } from './live-reading.ts'

type Of = { readonly softwareId: string }

/** Keeps the companies that a catalogue names today; those it no longer names are gone. */
export async function saveCompanyHints(
  db: Database,
  source: string,
  hints: readonly (CompanyHint & Of)[],
  now: Date,
) {
  await db.execute(sql`
    insert into company_hints (source, software_id, external_id, name, siren, website, page, read_at)
    select distinct on ("softwareId", "externalId") ${source}, "softwareId", "externalId", name, siren, website, page,
      ${moment(now)}
    from jsonb_to_recordset(${json(hints)}) as h ("softwareId" uuid, "externalId" text, name text, siren text,
      website text, page text)
    on conflict (source, software_id, external_id) do update set name = excluded.name, siren = excluded.siren,
      website = excluded.website, page = excluded.page, read_at = excluded.read_at, gone_at = null`)
  await db.execute(sql`
    update company_hints set gone_at = ${moment(now)}
    where source = ${source} and gone_at is null and read_at < ${moment(now)}`)
}

/** A hint with the commune that its name may be. */
export type MatchedUserHint = UserHint & {
  readonly level: NameLevel
  readonly insee: string | null
  readonly candidates: readonly NamedCommune[]
}

/** Keeps the users that a catalogue names today. What a person has settled stays settled. */
export async function saveUserHints(
  db: Database,
  source: string,
  hints: readonly (MatchedUserHint & Of)[],
  now: Date,
) {
  const rows = hints.map((hint) => ({ id: newId(), ...hint }))
  await db.execute(sql`
    insert into user_hints (id, source, software_id, external_id, name, kind, website, page, level, insee, candidates, read_at)
    select distinct on ("softwareId", "externalId") id, ${source}, "softwareId", "externalId", name, kind, website, page,
      level, insee, candidates, ${moment(now)}
    from jsonb_to_recordset(${json(rows)}) as h (id uuid, "softwareId" uuid, "externalId" text, name text, kind text,
      website text, page text, level text, insee text, candidates jsonb)
    on conflict (source, software_id, external_id) do update set name = excluded.name, kind = excluded.kind,
      website = excluded.website, page = excluded.page, level = excluded.level, insee = excluded.insee,
      candidates = excluded.candidates, read_at = excluded.read_at, gone_at = null`)
  await db.execute(sql`
    update user_hints set gone_at = ${moment(now)}
    where source = ${source} and gone_at is null and read_at < ${moment(now)}`)
}

/** The sheets that the SILL knows by these numbers. */
export async function softwareOfSill(
  db: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db.execute<{ value: string; id: string }>(sql`
    select distinct on (i.value) i.value, coalesce(s.merged_into, s.id) as id
    from software_identifiers i join software s on s.id = i.software_id
    where i.scheme = 'sill' and i.value in (select jsonb_array_elements_text(${json(ids)}))
    order by i.value, s.merged_into nulls first`)
  return new Map(rows.map(({ value, id }) => [value, id]))
}

export type UserHintFilter = {
  readonly q: string
  readonly state: 'to-settle' | 'clear' | 'settled' | 'none'
}

export type UserHintRow = {
  readonly id: string
  readonly name: string
  readonly kind: string | null
  readonly page: string | null
  readonly source: string
  readonly software: string
  readonly softwareName: string
  readonly insee: string | null
  readonly commune: string | null
  readonly candidates: readonly NamedCommune[]
  readonly settledBy: string | null
}

export const hintPageSize = 50

/** The bodies that a filter keeps, by name. */
export async function listUserHints(
  db: Database,
  filter: UserHintFilter,
  page?: number,
): Promise<UserHintRow[]> {
  const paging = page ? sql`limit ${hintPageSize} offset ${(page - 1) * hintPageSize}` : sql``
  return db.execute<UserHintRow>(sql`
    select h.id, h.name, h.kind, h.page, h.source, s.slug as software, s.name as "softwareName",
      coalesce(h.settled_insee, case when h.settled_at is null then h.insee end) as insee, c.name as commune, h.candidates,
      h.settled_by as "settledBy"
    from user_hints h join software s on s.id = h.software_id
    left join communes c on c.insee = coalesce(h.settled_insee, case when h.settled_at is null then h.insee end)
    where ${kept(filter)} order by lower(h.name), s.name, h.id ${paging}`)
}

export async function countUserHints(db: Database, filter: UserHintFilter): Promise<number> {
  const [row] = await db.execute<{ n: number }>(sql`
    select count(*)::int as n from user_hints h join software s on s.id = h.software_id where ${kept(filter)}`)
  return row?.n ?? 0
}

function kept({ q, state }: UserHintFilter): SQL {
  const states = {
    'to-settle': sql`h.level = 'doubtful' and h.settled_at is null`,
    clear: sql`h.level = 'clear' and h.settled_at is null`,
    settled: sql`h.settled_at is not null`,
    none: sql`h.level = 'none' and h.settled_at is null`,
  }
  const words =
    q === '' ? sql`true` : sql`(h.name ilike ${`%${escaped(q)}%`} or s.name ilike ${`%${escaped(q)}%`})`
  return sql`h.gone_at is null and ${states[state]} and ${words}`
}

const escaped = (text: string) => text.replace(/[\\%_]/g, '\\$&')

/** A person says which commune a name is, or that it is none. Done twice, it is done once. */
export async function settleUserHint(
  db: Database,
  {
    id,
    insee,
    by,
    at,
  }: { readonly id: string; readonly insee: string | null; readonly by: string; readonly at: Date },
) {
  await db.execute(sql`
    update user_hints set settled_at = ${moment(at)}, settled_by = ${by}, settled_insee = ${insee}
    where id = ${id} and (settled_at is null or settled_insee is distinct from ${insee})`)
}

/** Takes back what a person had said: the name waits again. */
export async function unsettleUserHint(db: Database, id: string) {
  await db.execute(
    sql`update user_hints set settled_at = null, settled_by = null, settled_insee = null where id = ${id}`,
  )
}

/** A software that another catalogue says a commune uses: a reason to ask it, never a usage. */
export type UsageHint = {
  readonly slug: string
  readonly software: string
  readonly source: string
}

/**
 * What other catalogues say that a commune uses, as one JSON value for its record: names that are clear or that a person
 * settled, without what the commune has said itself.
 */
export const hintsOfRecord = (insee: SQL) => sql`(
  select coalesce(jsonb_agg(distinct jsonb_build_object('slug', s.slug, 'software', s.name, 'source', h.source)), '[]')
  from user_hints h join software own on own.id = h.software_id join software s on s.id = coalesce(own.merged_into, own.id)
  where h.gone_at is null and s.withdrawn_at is null
    and case when h.settled_at is null then h.level = 'clear' and h.insee = ${insee} else h.settled_insee = ${insee} end
    and not exists (select from usages u where u.insee = ${insee} and u.software_id in (own.id, s.id)
      and u.withdrawn_at is null and u.refused_at is null))`

/** The same of one commune alone. */
export async function usageHintsOf(db: Database, insee: string): Promise<readonly UsageHint[]> {
  const [row] = await db.execute<{ hints: readonly UsageHint[] }>(
    sql`select ${hintsOfRecord(sql`${insee}`)} as hints`,
  )
  return row?.hints ?? []
}

/** A company that other catalogues name, with how many software it is named for. */
export type HintedCompany = {
  readonly name: string
  readonly siren: string | null
  readonly website: string | null
  readonly page: string | null
  readonly sources: readonly string[]
  readonly software: number
}

/** The companies that other catalogues name: whom the census may invite. Nothing else is said of them. */
export const listHintedCompanies = (db: Database, q = ''): Promise<HintedCompany[]> =>
  db.execute<HintedCompany>(sql`
    select min(name) as name, max(siren) as siren, max(website) as website, max(page) as page,
      array_agg(distinct source) as sources, count(distinct software_id)::int as software
    from company_hints where gone_at is null and (${q} = '' or name ilike ${`%${escaped(q)}%`})
    group by coalesce(siren, lower(name)) order by min(lower(name))`)

const json = (value: unknown) => sql`${JSON.stringify(value).replaceAll('\\u0000', '')}::jsonb`
