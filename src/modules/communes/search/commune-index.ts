import { distanceFrom, type PlaceHint, readDepartement, readNumbers } from './place-hint.ts'
import { isSmallWord, plainName, plainWords } from './plain-words.ts'
import { createTally } from './tally.ts'
import { buildVocabulary } from './vocabulary.ts'

/** What the search knows of a commune. */
export type SearchedCommune = {
  readonly insee: string
  readonly name: string
  readonly departement: string
  readonly postalCodes: readonly string[]
  readonly population: number | null
  readonly siren: string | null
  /** Names of the communes that merged into it, or of its parts: people still use them. */
  readonly formerNames?: readonly string[]
}

/**
 * A commune found; `isExact` when what was typed is its name or one of its codes, slips and guesses aside. `formerName`
 * is the name that was recognised when it is not today's.
 */
export type CommuneMatch<Commune> = {
  readonly commune: Commune
  readonly formerName?: string
  readonly isExact: boolean
  readonly score: number
}

export type SearchOptions = {
  readonly limit: number
  /** INSEE codes of the perimeter: its communes come before their namesakes. */
  readonly within?: ReadonlySet<string>
}

export type CommuneIndex<Commune> = {
  readonly size: number
  readonly search: (text: string, options: SearchOptions) => CommuneMatch<Commune>[]
}

const WORTH = {
  nameCovered: 0.15,
  sameName: 0.1,
  inhabitants: 0.025,
  within: 0.3,
  elsewhere: -0.5,
  former: -0.15,
  postalCode: 0.2,
}
const LEAST_COVERED = 0.45
// Several names of one commune may be met: it is kept once, so a few more are kept on the way.
const SPARE = 10

/**
 * An index of names held in memory. It forgives accents, hyphens, articles, "St", the order of the words, a missing
 * word, one slip per word, and finds by INSEE code, postal code or SIREN. Exact names come first, then beginnings,
 * then slips; between equals, the most populated.
 */
export function buildCommuneIndex<Commune extends SearchedCommune>(
  communes: readonly Commune[],
): CommuneIndex<Commune> {
  const bearers = communes.flatMap(namesOf)
  const names = bearers.map(({ name }) => plainWords(name))
  const tally = createTally(buildVocabulary(names))
  const plainNames = names.map((words) => words.join(' '))
  const bareNames = names.map(bare)

  function search(text: string, { limit, within }: SearchOptions) {
    const code = text.replace(/\s/g, '')
    if (/^(?:\d{9}|\d{14})$/.test(code)) return bySiren(code.slice(0, 9), within)
    if (/^(?:\d{2,5}|2[ab]\d{0,3})$/i.test(code)) return byNumber(code.toUpperCase(), limit, within)

    const read = readNumbers(plainWords(text))
    const found = rank(read.words, read.hint, limit, within)
    const inDepartement = readDepartement(read.words)
    if (!inDepartement) return found

    const others = rank(inDepartement.words, inDepartement.hint, limit, within)
    return best([...found, ...others], limit)
  }

  function byNumber(digits: string, limit: number, within?: ReadonlySet<string>) {
    const byPostalCode = matching(
      ({ postalCodes }) => postalCodes.some((code) => code.startsWith(digits)),
      within,
    )
    const byInsee = matching(({ insee }) => insee.startsWith(digits), within)
    const first = byPostalCode.map((match) => ({ ...match, score: match.score + WORTH.postalCode }))
    const isExact = digits.length === 5

    return best([...first, ...byInsee], limit).map((match) => ({ ...match, isExact }))
  }

  function bySiren(siren: string, within?: ReadonlySet<string>) {
    return matching((commune) => commune.siren === siren, within)
  }

  function matching(isMeant: (commune: Commune) => boolean, within?: ReadonlySet<string>) {
    const found = communes.filter(isMeant)
    return found.map((commune) => ({ commune, isExact: true, score: 1 + standing(commune, within) }))
  }

  function rank(words: readonly string[], hint: PlaceHint, limit: number, within?: ReadonlySet<string>) {
    if (words.length === 0) return []
    const plain = words.join(' ')
    const bareText = bare(words)

    const found: CommuneMatch<Commune>[] = []
    for (const at of tally.read(words)) {
      const bearer = bearers[at]
      const covered = tally.coveredOf(at)
      if (!bearer || covered < LEAST_COVERED) continue
      const { commune, formerName } = bearer
      const distance = distanceFrom(hint, commune)
      const isSameName = plainNames[at] === plain || bareNames[at] === bareText
      const score =
        covered +
        WORTH.nameCovered * tally.namedOf(at) +
        (isSameName ? WORTH.sameName : 0) +
        (formerName === undefined ? 0 : WORTH.former) +
        WORTH.elsewhere * distance +
        standing(commune, within)
      const isExact = isSameName && distance === 0 && formerName === undefined
      keepBest(found, { commune, formerName, isExact, score }, limit + SPARE)
    }
    return best(found, limit)
  }

  return { size: communes.length, search }
}

function namesOf<Commune extends SearchedCommune>(commune: Commune) {
  const formerNames = commune.formerNames?.filter((name) => plainName(name) !== plainName(commune.name)) ?? []
  const former = formerNames.map((name) => ({ commune, name, formerName: name }))

  return [{ commune, name: commune.name, formerName: undefined }, ...former]
}

/** What a commune is worth before anything is read: its inhabitants, and its place in the perimeter. */
function standing(commune: SearchedCommune, within?: ReadonlySet<string>) {
  const inhabitants = WORTH.inhabitants * Math.log10(1 + (commune.population ?? 0))
  return inhabitants + (within?.has(commune.insee) ? WORTH.within : 0)
}

/** Keeps the `limit` best of what is met, best first; most of what is met is turned away at the door. */
function keepBest<Match extends { score: number }>(kept: Match[], match: Match, limit: number) {
  if (kept.length >= limit && match.score <= (kept.at(-1)?.score ?? 0)) return
  const place = kept.findIndex((other) => other.score < match.score)
  kept.splice(place < 0 ? kept.length : place, 0, match)
  if (kept.length > limit) kept.pop()
}

function best<Commune extends SearchedCommune>(matches: readonly CommuneMatch<Commune>[], limit: number) {
  const sorted = matches.toSorted((one, other) => other.score - one.score)
  const first = new Map<string, CommuneMatch<Commune>>()
  for (const match of sorted) if (!first.has(match.commune.insee)) first.set(match.commune.insee, match)

  return [...first.values()].slice(0, limit)
}

const bare = (words: readonly string[]) => words.filter((word) => !isSmallWord(word)).join(' ')
