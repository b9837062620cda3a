import { type SQL, sql } from 'drizzle-orm'
import { departementName } from '#modules/communes/index.ts'
import type { Database } from '#platform/database/database.ts'
import { type Area, readArea, wholeCountry } from './area.ts'

/** What a person calls each of these areas: « Toute la France », « Nord (59) », « Denain (59172) ». */
export async function areaNames(db: Database, areas: readonly Area[]): Promise<ReadonlyMap<Area, string>> {
  const read = [...new Set(areas)].map((area) => ({ area, ...readArea(area) }))
  const codes = (kind: 'epci' | 'commune') =>
    JSON.stringify(read.flatMap((one) => (one.kind === kind ? [one.code] : [])))
  const named =
    codes('epci') === '[]' && codes('commune') === '[]'
      ? []
      : await db.execute<{ area: string; name: string }>(sql`
          select 'epci:' || siren as area, name from epcis
          where siren in (select jsonb_array_elements_text(${codes('epci')}::jsonb))
          union all
          select 'commune:' || insee, name from communes
          where insee in (select jsonb_array_elements_text(${codes('commune')}::jsonb))`)
  const names = new Map(named.map(({ area, name }) => [area, name]))

  return new Map(
    read.map(({ area, kind, code = '' }) => [
      area,
      kind === 'france'
        ? 'Toute la France'
        : `${kind === 'departement' ? departementName(code) : (names.get(area) ?? '')} (${code})`.trim(),
    ]),
  )
}

/** SQL that is true of a column of areas that covers a part of what is asked at least. */
export function servesSql(areas: SQL, asked: Area): SQL {
  const read = readArea(asked)
  if (!read || read.kind === 'france') return sql`${areas} @> array[${wholeCountry}]`

  return sql`${areas} && (select array_agg(a) || array[${wholeCountry}, ${asked}]::text[] from ${within[read.kind](read.code)} as x (a))`
}

// What holds a place, and what it holds: a company of one village of the Nord serves a part of the Nord.
const within = {
  commune: (code: string) => sql`(
    select unnest(array['departement:' || departement, 'epci:' || epci_siren]) from communes where insee = ${code})`,
  epci: (code: string) => sql`(
    select unnest(array['departement:' || departement, 'commune:' || insee]) from communes where epci_siren = ${code})`,
  departement: (code: string) => sql`(
    select unnest(array['epci:' || epci_siren, 'commune:' || insee]) from communes where departement = ${code})`,
}
