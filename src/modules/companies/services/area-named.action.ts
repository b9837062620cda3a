import {
  communeIndex,
  departementNamed,
  departements,
  findCommunes,
  listEpcis,
  plainName,
} from '#modules/communes/index.ts'
import type { Database } from '#platform/database/database.ts'
import { accept, refuse } from '#values/decision.ts'
import { type Area, wholeCountry } from './area.ts'

/**
 * Finds the area that a person means: the whole country, a department, an intermunicipal body or a commune, by its name or
 * by its code; else those it may be. A department comes before the commune of the same name.
 */
export async function areaNamed(db: Database, typed: string) {
  const code = /\((\w+)\)\s*$/.exec(typed)?.[1] ?? typed.trim()
  const area = (await areaOfCode(db, code.toUpperCase())) ?? (await areaOfName(db, typed))
  if (area) return accept<Area>(area)

  const matches = (await communeIndex(db)).search(typed, { limit: 5 })
  const exact = matches.filter(({ isExact }) => isExact)
  const [only, other] = exact
  if (only && !other) return accept<Area>(`commune:${only.commune.insee}`)

  const proposals = matches.map(({ commune: { insee, name } }) => `${name} (${insee})`)
  return { ...refuse(proposals.length > 0 ? 'several' : 'unknown'), proposals }
}

async function areaOfCode(db: Database, code: string): Promise<Area | undefined> {
  if (departementNamed(code)) return `departement:${code}`
  if (/^\d{9}$/.test(code)) {
    const epcis = await listEpcis(db)
    return epcis.some(({ siren }) => siren === code) ? `epci:${code}` : undefined
  }
  const [commune] = /^(\d{5}|2[AB]\d{3})$/.test(code) ? await findCommunes(db, [code]) : []
  return commune ? `commune:${commune.insee}` : undefined
}

async function areaOfName(db: Database, typed: string): Promise<Area | undefined> {
  const name = plainName(typed)
  if (name === 'france' || name === 'toute la france' || name === 'france entiere') return wholeCountry
  const departement = departements.find((one) => plainName(one.name) === name)
  if (departement) return `departement:${departement.code}`
  if (name.length < 4) return undefined

  const epcis = (await listEpcis(db)).filter((epci) => plainName(epci.name) === name)
  return epcis.length === 1 && epcis[0] ? `epci:${epcis[0].siren}` : undefined
}

/** A line of a list of areas that was not understood, with what it may mean. */
export type AreaFault = { readonly line: string; readonly proposals: readonly string[] }

/** Reads a list of areas, one a line or between semicolons: the areas, and the lines that are to be written again. */
export async function areasNamed(db: Database, typed: string) {
  const lines = typed
    .split(/[\n;]/)
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(0, mostAreas)
  const areas = new Set<Area>()
  const faults: AreaFault[] = []
  for (const line of lines) {
    const named = await areaNamed(db, line)
    if (named.ok) areas.add(named.value)
    else faults.push({ line, proposals: named.proposals })
  }
  return { areas: areas.has(wholeCountry) ? [wholeCountry] : [...areas], faults }
}

const mostAreas = 200
