import { type SQL, sql } from 'drizzle-orm'
import { communeIndex, communes, contactPoints, epcis } from '#modules/communes/index.ts'
import { communeStages, journalEntries } from '#modules/journal/index.ts'
import { hasDeadEmailSql, populationBand } from '#modules/outreach/index.ts'
import { perimeterCommunes } from '#modules/programme/index.ts'
import type { Database } from '#platform/database/database.ts'
import type { Standing } from './stage-looks.ts'
import { type Filters, orderOf, type SortKey } from './territory-filters.ts'
import { findWaveSteps } from './wave-steps.queries.ts'

/** A commune of the list. */
export type TerritoryRow = {
  readonly insee: string
  readonly name: string
  readonly departement: string
  readonly population: number | null
  readonly epci: string | null
  readonly standing: Standing
  readonly since: Date | null
  readonly hasEmail: boolean
  readonly hasPhone: boolean
  readonly hasAddress: boolean
  readonly lastAt: Date | null
  readonly lastSentence: string | null
}

export const pageSize = 50

/** One page of the communes that the filters keep, in the order asked. */
export async function listTerritory(db: Database, search: Search, filters: Filters): Promise<TerritoryRow[]> {
  const { key, isDescending } = orderOf(filters)
  const direction = isDescending ? sql`desc nulls last` : sql`asc nulls last`
  const rows = await db.execute<RawRow>(sql`
    with page as (
      select m.*, row_number() over (order by ${orders[key](search)} ${direction}, m.search_name, m.insee) as rank
      from (${matching(search, filters)}) m
      order by rank limit ${pageSize} offset ${(filters.page - 1) * pageSize})
    ${told(sql`page`)} order by m.rank`)
  return rows.map(rowOf)
}

/** Every commune that the filters keep, by name: what an export holds. */
export async function listWholeTerritory(
  db: Database,
  search: Search,
  filters: Filters,
): Promise<TerritoryRow[]> {
  const rows = await db.execute<RawRow>(sql`
    with page as (${matching(search, filters)}) ${told(sql`page`)} order by m.search_name, m.insee`)
  return rows.map(rowOf)
}

export type StandingOf = { readonly insee: string; readonly standing: Standing }

/** Where each commune of the scope stands, the stage filter aside: what the map colours and the legend counts. */
export const listStandings = (db: Database, search: Search, filters: Filters): Promise<StandingOf[]> =>
  db.execute<StandingOf>(
    sql`select m.insee, m.standing from (${matching(search, { ...filters, stage: undefined })}) m`,
  )

/** How many communes of the scope stand at each stage, the stage filter aside. */
export async function countStandings(
  db: Database,
  search: Search,
  filters: Filters,
): Promise<Map<Standing, number>> {
  const rows = await db.execute<{ standing: Standing; communes: number }>(sql`
    select m.standing, count(*)::int as communes
    from (${matching(search, { ...filters, stage: undefined })}) m group by m.standing`)
  return new Map(rows.map(({ standing, communes }) => [standing, communes]))
}

/** The EPCI that share the scope, by name: what the list can be filtered on. */
export const listScopeEpcis = (db: Database, filters: Filters) =>
  db.execute<{ siren: string; name: string }>(sql`
    select distinct e.siren, e.name from ${communes} c
    join ${epcis} e on e.siren = c.epci_siren
    left join ${perimeterCommunes} pc on pc.insee = c.insee
    where c.ended_on is null and ${within({ ...filters, epci: undefined })} order by e.name`)

/** INSEE codes that bound the list: what the search field found, best first, and the town halls of a wave. */
export type Search = { readonly found?: readonly string[]; readonly among?: readonly string[] }

/** Finds what was typed among the communes of the scope, forgiving accents, hyphens, "St" and one slip a word. */
export async function searchScope(db: Database, filters: Filters): Promise<Search> {
  const { q, wave, reached } = filters
  const steps = wave ? await findWaveSteps(db, wave) : undefined
  const among = steps?.[reached ?? 'audience']
  return { among, found: q ? await findNamed(db, q, filters) : undefined }
}

async function findNamed(db: Database, q: string, filters: Filters) {
  const scope = filters.scope === 'france' ? undefined : await scopeCodes(db, filters)
  const index = await communeIndex(db)
  const found = index
    .search(q, { limit: 400, within: scope })
    .filter(({ commune }) => scope === undefined || scope.has(commune.insee))
  const best = found[0]?.score ?? 0
  return found.filter(({ score }) => score > best - hesitation).map(({ commune }) => commune.insee)
}

// Below the best answer by more than this, a name only resembles what was typed by an article or a saint.
const hesitation = 0.4

async function scopeCodes(db: Database, filters: Filters) {
  const rows = await db.execute<{ insee: string }>(sql`
    select c.insee from ${communes} c left join ${perimeterCommunes} pc on pc.insee = c.insee
    where c.ended_on is null and ${within(filters)}`)
  return new Set(rows.map(({ insee }) => insee))
}

/** The communes that the filters keep, with where they stand. */
const matching = (search: Search, filters: Filters): SQL => sql`
  select * from (
    select c.insee, c.name, c.search_name, c.departement, c.population, e.name as epci, s.since,
      case when s.insee is not null then s.stage when pc.insee is not null then 'to-write' else 'outside' end as standing
    from ${communes} c
    left join ${perimeterCommunes} pc on pc.insee = c.insee
    left join ${communeStages} s on s.insee = c.insee
    left join ${epcis} e on e.siren = c.epci_siren
    where c.ended_on is null and ${within(filters)} and ${kept(search, filters)}) standing_communes
  where ${filters.stage ? sql`standing = ${filters.stage}` : sql`true`}`

/** The scope: a department, an EPCI, France, or the perimeter. An EPCI is read whole, in the perimeter or not. */
function within({
  departement,
  epci,
  scope,
  wave,
}: Pick<Filters, 'departement' | 'epci' | 'scope' | 'wave'>): SQL {
  const inEpci = epci ? sql`c.epci_siren = ${epci}` : sql`true`
  if (departement) return sql`c.departement = ${departement} and ${inEpci}`
  return scope === 'france' || epci || wave ? inEpci : sql`pc.insee is not null`
}

function kept({ found, among }: Search, { population, channel, reached, wave }: Filters): SQL {
  const { from, to } = populationBand(population)
  const reachable = {
    email: has('email'),
    'dead-email': hasDeadEmailSql(sql`c.insee`),
    phone: sql`${has('phone')} and not ${has('email')}`,
    none: sql`not ${has('email')} and not ${has('phone')}`,
  }
  const conditions = [
    found ? oneOf(found) : sql`true`,
    among ? oneOf(among) : sql`true`,
    reached && !wave
      ? sql`exists (select from ${journalEntries} j where j.insee = c.insee and j.reaches = ${reached})`
      : sql`true`,
    from === undefined ? sql`true` : sql`c.population >= ${from}`,
    to === undefined ? sql`true` : sql`c.population < ${to}`,
    channel ? sql`(${reachable[channel]})` : sql`true`,
  ]
  return sql.join(conditions, sql` and `)
}

const oneOf = (insees: readonly string[]) =>
  sql`c.insee in (select jsonb_array_elements_text(${JSON.stringify(insees)}::jsonb))`

const has = (kind: 'email' | 'phone' | 'address', of = sql`c.insee`) =>
  sql`exists (select from ${contactPoints} p where p.insee = ${of} and p.kind = ${kind} and p.ended_at is null)`

const steps = sql`array_position(array['outside', 'to-write', 'written', 'in-contact', 'accompanied', 'autonomous', 'declined'], m.standing)`

const orders: Record<SortKey, (search: Search) => SQL> = {
  // What was searched comes best first.
  name: ({ found }) =>
    found
      ? sql`(select at from jsonb_array_elements_text(${JSON.stringify(found)}::jsonb) with ordinality found(insee, at) where found.insee = m.insee)`
      : sql`m.search_name`,
  population: () => sql`m.population`,
  epci: () => sql`m.epci`,
  stage: () => steps,
  last: () => sql`(select max(j.at) from ${journalEntries} j where j.insee = m.insee)`,
}

/** The rows of a page with what is said of each: how it is reached, its last fact. */
const told = (page: SQL) => sql`
  select m.insee, m.name, m.departement, m.population, m.epci, m.standing, m.since,
    ${has('email', sql`m.insee`)} as has_email, ${has('phone', sql`m.insee`)} as has_phone,
    ${has('address', sql`m.insee`)} as has_address, j.at as last_at, j.sentence as last_sentence
  from ${page} m
  left join lateral (select at, sentence from ${journalEntries} j where j.insee = m.insee order by at desc, id desc limit 1) j on true`

type RawRow = {
  insee: string
  name: string
  departement: string
  population: number | null
  epci: string | null
  standing: Standing
  since: string | null
  has_email: boolean
  has_phone: boolean
  has_address: boolean
  last_at: string | null
  last_sentence: string | null
}

const rowOf = (row: RawRow): TerritoryRow => ({
  insee: row.insee,
  name: row.name,
  departement: row.departement,
  population: row.population,
  epci: row.epci,
  standing: row.standing,
  since: moment(row.since),
  hasEmail: row.has_email,
  hasPhone: row.has_phone,
  hasAddress: row.has_address,
  lastAt: moment(row.last_at),
  lastSentence: row.last_sentence,
})

const moment = (text: string | null) => (text === null ? null : new Date(text))
