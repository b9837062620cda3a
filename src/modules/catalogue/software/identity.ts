import { hostOf, normalRepository } from './normal-repository.ts'
import type { Identifier, IdentifierScheme, RecordInput } from './record.ts'
import { slugOf } from './slug.ts'

/** A sheet as far as it may be recognised. */
export type KnownSoftware = {
  readonly id: string
  readonly name: string
  readonly website: string | null
  readonly repository: string | null
  readonly identifiers: readonly Identifier[]
  /** Which record of each source it already holds. */
  readonly records: ReadonlyMap<string, string>
}

export type Doubt = 'shared-identifier' | 'same-repository' | 'same-name'

/** Two sheets that may be one: what makes one think so. */
export type Likeness = { readonly softwareId: string; readonly doubt: Doubt; readonly evidence: string }

/** Which sheet a record is about; without doubt or not at all, and then which sheets a person should compare with. */
export type Recognised = { readonly softwareId?: string; readonly likenesses: readonly Likeness[] }

export type Catalogue = {
  readonly byIdentifier: (identifier: Identifier) => readonly KnownSoftware[]
  readonly bySlug: (slug: string) => readonly KnownSoftware[]
}

/**
 * Recognises a software by its identifiers, then by its repository, then by its name when something else agrees. What
 * could be a mistake is never decided here: Comptoir du Libre 362 is CodiMD and HedgeDoc, and « Consul » is two programs.
 */
export function recognise(record: RecordInput, catalogue: Catalogue): Recognised {
  const likenesses = new Map<string, Likeness>()
  const certain = new Set<string>()
  const weigh = (known: KnownSoftware, doubt: Doubt, evidence: string, isEnough: boolean) => {
    if (isEnough && !contradicts(record, known)) certain.add(known.id)
    if (!likenesses.has(known.id)) likenesses.set(known.id, { softwareId: known.id, doubt, evidence })
  }
  const name = record.fields.name ?? ''

  for (const identifier of [...(record.identifiers ?? [])].sort(strongestFirst)) {
    const isRepository = identifier.scheme === 'repository'
    for (const known of catalogue.byIdentifier(identifier))
      weigh(
        known,
        isRepository ? 'same-repository' : 'shared-identifier',
        `${identifier.scheme} ${identifier.value}`,
        areAlike(name, known.name),
      )
  }
  for (const known of name ? catalogue.bySlug(slugOf(name)) : [])
    weigh(known, 'same-name', name, agrees(record, known))

  const [softwareId] = certain
  if (softwareId === undefined || certain.size > 1) return { likenesses: [...likenesses.values()] }
  likenesses.delete(softwareId)
  return { softwareId, likenesses: [...likenesses.values()] }
}

/** One source gives each of its software one name: another record of the same source is another software. */
function contradicts({ source, externalId, identifiers = [] }: RecordInput, known: KnownSoftware) {
  const held = known.records.get(source)
  if (held !== undefined && held !== externalId) return true

  return identifiers.some(({ scheme, value }) => {
    if (!exclusive.has(scheme)) return false
    const others = known.identifiers.filter((other) => other.scheme === scheme)
    return others.length > 0 && !others.some((other) => other.value === value)
  })
}

// One software has one entry there; it may have several repositories, and the Comptoir once gave two programs one number.
const exclusive = new Set<IdentifierScheme>(['wikidata', 'sill', 'framalibre'])

/** Two programs of one name are the same when their sites or repositories are, and only then. */
function agrees({ fields }: RecordInput, known: KnownSoftware) {
  const repository = fields.repository && normalRepository(fields.repository)
  if (repository && known.repository && normalRepository(known.repository) === repository) return true

  const host = hostOf(fields.website)
  const isOwnHost = host !== undefined && !sharedHosts.test(host)
  return isOwnHost && (hostOf(known.website) === host || hostOf(known.repository) === host)
}

const sharedHosts =
  /^(github\.com|gitlab\.com|codeberg\.org|sourceforge\.net|addons\.mozilla\.org|framagit\.org|wordpress\.org|plugins\.glpi-project\.org)$/

/** Names that share a word, or one of which holds the other: « Docs » and « La Suite Docs », not « CodiMD » and « HedgeDoc ». */
export function areAlike(one: string, other: string) {
  const [first, second] = [slugOf(one), slugOf(other)]
  const [joined, joinedToo] = [first.replaceAll('-', ''), second.replaceAll('-', '')]
  if (joined === joinedToo) return true
  if (
    Math.min(joined.length, joinedToo.length) >= 4 &&
    (joined.includes(joinedToo) || joinedToo.includes(joined))
  )
    return true

  const words = new Set(first.split('-').filter((word) => word.length > 3))
  return second.split('-').some((word) => words.has(word))
}

const strength: Record<IdentifierScheme, number> = {
  publiccode: 0,
  sill: 1,
  wikidata: 2,
  comptoir: 3,
  framalibre: 4,
  cnll: 5,
  repository: 6,
}

const strongestFirst = (one: Identifier, other: Identifier) => strength[one.scheme] - strength[other.scheme]
