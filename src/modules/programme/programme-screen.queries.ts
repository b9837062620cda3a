import { asc, desc, eq, sql } from 'drizzle-orm'
import { communes, epcis } from '#modules/communes/index.ts'
import type { Database } from '#platform/database/database.ts'
import { perimeterChanges, perimeterCommunes } from './programme.tables.ts'

/** A commune of the perimeter as the page and its export tell it. */
export type PerimeterRow = {
  readonly insee: string
  readonly name: string
  readonly departement: string
  readonly epci: string | null
  readonly population: number | null
}

/** The communes of the perimeter by name. */
export const listPerimeterRows = (db: Database): Promise<PerimeterRow[]> =>
  db
    .select({
      insee: communes.insee,
      name: communes.name,
      departement: communes.departement,
      epci: epcis.name,
      population: communes.population,
    })
    .from(perimeterCommunes)
    .innerJoin(communes, eq(communes.insee, perimeterCommunes.insee))
    .leftJoin(epcis, eq(epcis.siren, communes.epciSiren))
    .orderBy(asc(communes.searchName))

export type PerimeterPart = {
  readonly siren: string | null
  readonly name: string | null
  readonly communes: number
  readonly population: number
}

/** The perimeter by EPCI, the largest part first. */
export const listPerimeterParts = (db: Database): Promise<PerimeterPart[]> =>
  db
    .select({
      siren: epcis.siren,
      name: epcis.name,
      communes: sql<number>`count(*)::int`,
      population: sql<number>`coalesce(sum(${communes.population}), 0)::int`,
    })
    .from(perimeterCommunes)
    .innerJoin(communes, eq(communes.insee, perimeterCommunes.insee))
    .leftJoin(epcis, eq(epcis.siren, communes.epciSiren))
    .groupBy(epcis.siren, epcis.name)
    .orderBy(sql`count(*) desc`, asc(epcis.name))

/** A change of the perimeter, with the first names of those it moved. */
export type ChangeRow = {
  readonly id: string
  readonly kind: 'added' | 'removed'
  readonly communes: number
  readonly names: string
  readonly at: Date
  readonly byWhom: string
  readonly canBeUndone: boolean
}

/** The latest changes, newest first; the founding and what was already taken back cannot be undone. */
export const listChangeRows = (db: Database): Promise<ChangeRow[]> =>
  db
    .select({
      id: perimeterChanges.id,
      kind: perimeterChanges.kind,
      communes: sql<number>`cardinality(${perimeterChanges.insees})`,
      names: sql<string>`(select string_agg(named.name, ', ') || case when cardinality(${perimeterChanges.insees}) > 5 then '…' else '' end
        from (select ${communes.name} as name from ${communes}
              where ${communes.insee} = any (${perimeterChanges.insees}) order by ${communes.searchName} limit 5) named)`,
      at: perimeterChanges.at,
      byWhom: perimeterChanges.byWhom,
      canBeUndone: sql<boolean>`not exists (select 1 from ${perimeterChanges} taken_back where taken_back.undoes_id = ${perimeterChanges}.id)
        and exists (select 1 from ${perimeterChanges} earlier where earlier.at < ${perimeterChanges}.at)`,
    })
    .from(perimeterChanges)
    .orderBy(desc(perimeterChanges.at))
    .limit(20)
