import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { communes, findCommune, findEpci, findMayor, listContactPoints } from '#modules/communes/index.ts'
import { perimeterCommunes } from '#modules/programme/index.ts'
import type { Database } from '#platform/database/database.ts'
import type { NameLink } from '#values/commune-name.ts'
import { parseEmail } from '#values/email.ts'
import type { Candidate } from '../waves/audience.ts'

/**
 * One town hall as a wave would know it, in the perimeter or not. Whether it may be written to is not asked here: nothing
 * leaves from a preview.
 */
export async function townHallFacts(db: Database, insee: string): Promise<Candidate> {
  const commune = await findCommune(db, insee)
  const [epci, mayor, points] = await Promise.all([
    commune.epciSiren ? findEpci(db, commune.epciSiren) : undefined,
    findMayor(db, insee),
    listContactPoints(db, insee),
  ])

  return {
    insee,
    name: commune.name,
    nameType: commune.nameType as NameLink,
    population: commune.population ?? undefined,
    epciName: epci?.name,
    mayor: mayor && {
      name: `${mayor.firstName} ${mayor.lastName}`,
      civility: mayor.civility ? civilities[mayor.civility] : undefined,
    },
    postalCodes: commune.postalCodes,
    stage: 'to-write',
    emails: points
      .filter(({ kind }) => kind === 'email')
      .map(({ value, source }) => ({ value, source, isValid: parseEmail(value).ok, isOpposed: false })),
    address: points.find(({ kind }) => kind === 'address'),
    opposesEmail: false,
    opposesLetter: false,
    hasAnswered: false,
  }
}

const civilities = { Madame: 'F', Monsieur: 'M' } as const

/** The first commune of the perimeter, by name; nothing while the perimeter is empty. */
export async function firstOfPerimeter(db: Database) {
  const [first] = await inPerimeter(db).orderBy(asc(communes.searchName), asc(communes.insee)).limit(1)
  return first
}

/** The communes of the perimeter just before and just after this one, by name. */
export async function perimeterNeighbours(db: Database, insee: string) {
  const { searchName } = await findCommune(db, insee)
  const place = sql`(${communes.searchName}, ${communes.insee})`
  const here = sql`(${searchName}, ${insee})`
  const [[previous], [next]] = await Promise.all([
    inPerimeter(db, sql`${place} < ${here}`)
      .orderBy(desc(communes.searchName), desc(communes.insee))
      .limit(1),
    inPerimeter(db, sql`${place} > ${here}`).orderBy(asc(communes.searchName), asc(communes.insee)).limit(1),
  ])

  return { previous, next }
}

const inPerimeter = (db: Database, condition = sql`true`) =>
  db
    .select({ insee: communes.insee, name: communes.name })
    .from(perimeterCommunes)
    .innerJoin(communes, eq(communes.insee, perimeterCommunes.insee))
    .where(and(condition))
