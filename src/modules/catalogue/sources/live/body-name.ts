/** How surely a name found elsewhere is a commune's: clear, doubtful, or not one at all. */
export type NameLevel = 'clear' | 'doubtful' | 'none'

export type NamedCommune = { readonly insee: string; readonly name: string }
export type NameMatch = {
  readonly level: NameLevel
  readonly insee: string | null
  readonly candidates: readonly NamedCommune[]
}

type Found = { readonly commune: NamedCommune; readonly isExact: boolean; readonly score: number }
export type Search = (text: string) => readonly Found[]

const nothing: NameMatch = { level: 'none', insee: null, candidates: [] }

/**
 * Ties the name of a body, as a catalogue writes it, to a commune. Clear: the whole name is that of one commune of France and of
 * no other. Doubtful: it looks like one, or several bear it; a person decides. None: another kind of body.
 */
export function matchBody(
  name: string,
  kind: string | null,
  search: Search,
  departements: ReadonlySet<string>,
): NameMatch {
  const plain = plainly(name)
  if (isOtherKind(kind) || otherBodies.test(plain) || departements.has(plain)) return nothing

  const bare = name.replace(titles, '').trim()
  const found = search(bare)
  const exact = found.filter(({ isExact }) => isExact)
  const [only] = exact
  if (only && exact.length === 1)
    return { level: 'clear', insee: only.commune.insee, candidates: exact.map(named) }

  const alike = exact.length > 0 ? exact : found.filter(({ score }) => score >= 0.9)
  const candidates = (alike.length > 0 ? alike : beginning(bare, search)).map(named)
  return candidates.length === 0
    ? nothing
    : { level: 'doubtful', insee: null, candidates: candidates.slice(0, 6) }
}

const named = ({ commune: { insee, name } }: Found): NamedCommune => ({ insee, name })

/** « Antibes Juan-les-Pins », « Paris - La Mairie du 14e »: the first words are a whole name, and what follows is not of it. */
function beginning(name: string, search: Search): readonly Found[] {
  const words = name.split(/\s+/)
  for (let kept = words.length - 1; kept > 0; kept--) {
    const exact = search(words.slice(0, kept).join(' ')).filter(({ isExact }) => isExact)
    if (exact.length > 0) return exact
  }
  return []
}

const titles =
  /^\s*(la\s+)?(ville|mairie|commune|municipalit[eé])\s+(de\s+la\s+|de\s+l['’]|du\s+|des\s+|de\s+|d['’]|:|-)?\s*/i

// Bodies that bear the name of a commune without being it.
const otherBodies =
  /\b(metropole|agglo|agglomeration|communaute|departement|departemental|conseil (general|regional)|region|regional|agence|syndicat|office|universite|ecole|lycee|college|territoire|pays|ensemble|mobilites|eau|communes|prefecture|ministere|direction|centre|chu|hopital|sdis|ccas|association|cdg|gip|sitiv|sictiam|cc|ca)\b/

const isOtherKind = (kind: string | null) =>
  kind !== null && /asso|company|entreprise|soci[eé]t|person|indiv|industr/i.test(kind)

/** A name without accents nor capitals, its marks as spaces. */
export const plainly = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
