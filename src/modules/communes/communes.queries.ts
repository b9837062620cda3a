import { and, asc, desc, eq, inArray, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { NotFound } from '#platform/http/refusals.ts'
import { communeSuccessions, communes, contactPoints, contours, epcis, mayors } from './communes.tables.ts'

/** What names a set of communes: a department, an EPCI by its SIREN, or INSEE codes. */
export type Scope =
  | { readonly departement: string }
  | { readonly epci: string }
  | { readonly insees: readonly string[] }

export type Commune = typeof communes.$inferSelect
export type ContactPoint = typeof contactPoints.$inferSelect

/** A commune by its INSEE code, ended or not. */
export async function findCommune(db: Database, insee: string) {
  const [commune] = await db.select().from(communes).where(eq(communes.insee, insee))
  if (!commune) throw new NotFound(`Aucune commune ne porte le code INSEE ${insee}.`)

  return commune
}

/** Communes by their INSEE codes, ended ones included; a code that does not exist is left out. */
export const findCommunes = (db: Database, insees: readonly string[]) =>
  db
    .select()
    .from(communes)
    .where(inArray(communes.insee, [...insees]))
    .orderBy(asc(communes.searchName))

/** The communes of today in a department, an EPCI or a list of codes, by name. */
export const listCommunes = (db: Database, scope: Scope) =>
  db
    .select()
    .from(communes)
    .where(and(isNull(communes.endedOn), within(scope)))
    .orderBy(asc(communes.searchName), asc(communes.insee))

/** An EPCI by its SIREN. */
export async function findEpci(db: Database, siren: string) {
  const [epci] = await db.select().from(epcis).where(eq(epcis.siren, siren))
  if (!epci) throw new NotFound(`Aucun EPCI ne porte le SIREN ${siren}.`)

  return epci
}

/** Every EPCI of France, by name; of one department when it is given, for a commune of it is enough. */
export const listEpcis = (db: Database, departement?: string) => {
  const inDepartement = db
    .select({ siren: communes.epciSiren })
    .from(communes)
    .where(eq(communes.departement, departement ?? ''))
  const condition = departement === undefined ? undefined : inArray(epcis.siren, inDepartement)

  return db.select().from(epcis).where(condition).orderBy(asc(epcis.name))
}

/** How to reach a town hall today: the main point of each kind first. */
export const listContactPoints = (db: Database, insee: string) =>
  db
    .select()
    .from(contactPoints)
    .where(and(eq(contactPoints.insee, insee), isNull(contactPoints.endedAt)))
    .orderBy(asc(contactPoints.kind), asc(contactPoints.rank), asc(contactPoints.value))

/** The main contact points of many town halls, at most one of each kind for each: what a wave writes to. */
export const listMainContactPoints = (db: Database, insees: readonly string[]) =>
  db
    .selectDistinctOn([contactPoints.insee, contactPoints.kind])
    .from(contactPoints)
    .where(and(inArray(contactPoints.insee, [...insees]), isNull(contactPoints.endedAt)))
    .orderBy(contactPoints.insee, contactPoints.kind, asc(contactPoints.rank), desc(contactPoints.importedAt))

/** The mayor in office as last imported, if any was. */
export async function findMayor(db: Database, insee: string) {
  const [mayor] = await listMayors(db, [insee])
  return mayor
}

/** The mayors in office of these communes, as last imported. */
export const listMayors = (db: Database, insees: readonly string[]) =>
  db
    .select()
    .from(mayors)
    .where(and(inArray(mayors.insee, [...insees]), isNull(mayors.endedAt)))

/** The outlines of a set of communes, as far as they are known, with what a map says of each. */
export const listContours = (db: Database, scope: Scope) =>
  db
    .select({
      insee: communes.insee,
      name: communes.name,
      population: communes.population,
      epciSiren: communes.epciSiren,
      geometry: contours.geometry,
    })
    .from(contours)
    .innerJoin(communes, eq(communes.insee, contours.insee))
    .where(within(scope))
    .orderBy(asc(communes.insee))

/** Changes as soon as an outline of these sets does: how many there are, and the last transaction that wrote one. */
export async function contoursEdition(db: Database, scopes: readonly Scope[]) {
  const [edition] = await db
    .select({ edition: sql<string>`count(*) || ':' || coalesce(max(${contours}.xmin::text::bigint), 0)` })
    .from(contours)
    .innerJoin(communes, eq(communes.insee, contours.insee))
    .where(or(...scopes.map(within)))
  return edition?.edition ?? ''
}

/** The communes that answer today for codes that have died, with the code each was found by. */
export const listSuccessors = (db: Database, formerInsees: readonly string[]) =>
  db
    .select({
      former: communeSuccessions.formerInsee,
      formerName: communeSuccessions.formerName,
      insee: communes.insee,
      name: communes.name,
      departement: communes.departement,
    })
    .from(communeSuccessions)
    .innerJoin(communes, eq(communes.insee, communeSuccessions.insee))
    .where(and(inArray(communeSuccessions.formerInsee, [...formerInsees]), isNull(communes.endedOn)))

/** What the search in memory holds of each commune of today. */
export function listSearchedCommunes(db: Database) {
  const parts = db
    .select({
      insee: communeSuccessions.insee,
      names: sql<string[]>`array_agg(${communeSuccessions.formerName})`.as('names'),
    })
    .from(communeSuccessions)
    .where(isNotNull(communeSuccessions.formerName))
    .groupBy(communeSuccessions.insee)
    .as('parts')

  return db
    .select({
      insee: communes.insee,
      name: communes.name,
      departement: communes.departement,
      postalCodes: communes.postalCodes,
      population: communes.population,
      siren: communes.siren,
      epci: epcis.name,
      formerNames: sql<string[]>`coalesce(${parts.names}, '{}')`,
    })
    .from(communes)
    .leftJoin(epcis, eq(epcis.siren, communes.epciSiren))
    .leftJoin(parts, eq(parts.insee, communes.insee))
    .where(isNull(communes.endedOn))
}

export type FoundCommune = Awaited<ReturnType<typeof listSearchedCommunes>>[number]

function within(scope: Scope): SQL {
  if ('departement' in scope) return eq(communes.departement, scope.departement)
  if ('epci' in scope) return eq(communes.epciSiren, scope.epci)

  return inArray(communes.insee, [...scope.insees])
}
