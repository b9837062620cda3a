import { communeIndex, findCommunes, listSuccessors } from '#modules/communes/index.ts'
import { listPerimeter } from '#modules/programme/index.ts'
import type { Database } from '#platform/database/database.ts'
import type { NameLink } from '#values/commune-name.ts'
import type { PlaceRead } from './place.ts'

const mostGuesses = 12

/**
 * The commune of an address: `commune` is its INSEE code, `place` what somebody typed, forgivingly read. One that has merged
 * answers by what it became; one that was divided, by those that it became.
 */
export async function readPlace(
  db: Database,
  { commune, place }: { readonly commune: string; readonly place: string },
): Promise<PlaceRead> {
  if (place !== '') return search(db, place)
  return commune === '' ? { status: 'none' } : byCode(db, commune)
}

async function search(db: Database, typed: string): Promise<PlaceRead> {
  const [index, perimeter] = await Promise.all([communeIndex(db), listPerimeter(db)])
  const found = index.search(typed, { limit: mostGuesses, within: new Set(perimeter) })
  const exact = found.filter(({ isExact }) => isExact)
  const only = exact.length === 1 ? exact[0] : found.length === 1 ? found[0] : undefined
  if (only) return byCode(db, only.commune.insee)
  if (found.length === 0) return { status: 'unknown', typed }

  const guesses = found.map(({ commune, formerName }) => ({ ...commune, formerName }))
  return { status: 'several', typed, guesses }
}

async function byCode(db: Database, insee: string): Promise<PlaceRead> {
  const [commune] = await findCommunes(db, [insee])
  if (!commune || commune.endedOn) return successorsOf(db, { insee, name: commune?.name ?? insee })

  return { status: 'chosen', place: { ...commune, nameType: commune.nameType as NameLink } }
}

async function successorsOf(
  db: Database,
  { insee, name }: { insee: string; name: string },
): Promise<PlaceRead> {
  const successors = await listSuccessors(db, [insee])
  const [only, ...others] = successors
  if (!only) return { status: 'unknown', typed: name }
  if (others.length === 0) return byCode(db, only.insee)

  const guesses = successors.map((guess) => ({ ...guess, population: null, formerName: name }))
  return { status: 'several', typed: name, guesses }
}
