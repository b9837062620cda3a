import {
  type CommuneMatch,
  communeIndex,
  departements,
  findCommunes,
  listCommunes,
  listEpcis,
  listSuccessors,
  plainWords,
} from '#modules/communes/index.ts'
import type { Database } from '#platform/database/database.ts'
import { accept, refuse } from '#values/decision.ts'
import { parseInseeCode } from '#values/insee-code.ts'
import type { PerimeterChoice } from './perimeter-choice.ts'
import {
  type Doubt,
  isDoubt,
  type Match,
  type Resolution,
  readMatches,
  type Suggestion,
} from './perimeter-resolution.ts'

/** Finds the communes that a choice names. Refuses a place that does not exist; the doubts of a list are handed back. */
export async function resolvePerimeter(db: Database, choice: PerimeterChoice) {
  if (choice.kind === 'departement') return communesOfDepartement(db, choice.departement)
  if (choice.kind === 'epci') return communesOfEpci(db, choice.epci)

  return communesOfList(db, choice.lines, choice.picked)
}

async function communesOfDepartement(db: Database, departement: string) {
  if (!departements.some(({ code }) => code === departement)) return refuse('unknown-departement')
  return certain(await listCommunes(db, { departement }))
}

async function communesOfEpci(db: Database, typed: string) {
  const siren = typed.replace(/\s/g, '')
  const epcis = await listEpcis(db)
  const exact = epcis.filter((epci) => epci.siren === siren || epci.name === typed)
  const named = exact.length > 0 ? exact : epcis.filter(({ name }) => holdsAll(name, typed))
  const [epci, ...others] = named
  if (!epci) return refuse('unknown-epci')
  if (others.length > 0) return refuse('several-epcis')

  return certain(await listCommunes(db, { epci: epci.siren }))
}

function holdsAll(name: string, typed: string) {
  const words = plainWords(name)
  const wanted = plainWords(typed)
  return wanted.length > 0 && wanted.every((word) => words.includes(word))
}

async function communesOfList(db: Database, lines: readonly string[], picked: readonly string[]) {
  const codes = lines.filter((line) => parseInseeCode(line).ok)
  const names = lines.filter((line) => !parseInseeCode(line).ok)
  const read = [...(await readCodes(db, codes)), ...(await readNames(db, names))]
  const certainly = read.flatMap((one) => (isDoubt(one) ? [] : [one]))
  const communes = [...certainly, ...(await findAlive(db, picked))]
  const chosen = new Set(communes.map(({ insee }) => insee))
  const doubts = read
    .filter(isDoubt)
    .filter(({ suggestions }) => !suggestions.some(({ insee }) => chosen.has(insee)))
  if (communes.length === 0 && doubts.length === 0) return refuse('empty-perimeter')

  return accept<Resolution>({ communes, doubts })
}

async function readCodes(db: Database, codes: readonly string[]): Promise<(Suggestion | Doubt)[]> {
  if (codes.length === 0) return []
  const alive = new Map((await findAlive(db, codes)).map((commune) => [commune.insee, commune]))
  const successors = Map.groupBy(await listSuccessors(db, codes), ({ former }) => former)

  return codes.map((code) => {
    const commune = alive.get(code)
    const heirs = successors.get(code) ?? []
    return commune ?? { line: code, reason: heirs.length > 0 ? 'ended' : 'unknown', suggestions: heirs }
  })
}

async function readNames(db: Database, names: readonly string[]): Promise<(Suggestion | Doubt)[]> {
  if (names.length === 0) return []
  const index = await communeIndex(db)
  return names.map((name) => readMatches(name, index.search(name, { limit: 6 }).map(matchOf)))
}

const matchOf = ({ commune, isExact, formerName }: CommuneMatch<Suggestion>): Match => ({
  insee: commune.insee,
  name: commune.name,
  departement: commune.departement,
  isExact,
  isFormerName: formerName !== undefined,
})

async function findAlive(db: Database, insees: readonly string[]): Promise<Suggestion[]> {
  if (insees.length === 0) return []
  const found = await findCommunes(db, insees)
  return found.filter(({ endedOn }) => endedOn === null)
}

const certain = (communes: readonly Suggestion[]) =>
  communes.length === 0 ? refuse('empty-perimeter') : accept<Resolution>({ communes, doubts: [] })
