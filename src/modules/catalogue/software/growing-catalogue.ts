import type { Catalogue, KnownSoftware } from './identity.ts'
import type { Identifier, RecordInput } from './record.ts'
import { slugOf } from './slug.ts'

/** The sheets as they are recognised while records are being added to them. */
export type Growing = Catalogue & {
  /** Opens a sheet under an address of its own. */
  readonly open: (
    id: string,
    name: string,
  ) => { readonly id: string; readonly slug: string; readonly name: string }
  /** Says that a sheet now holds this record too. */
  readonly add: (softwareId: string, record: RecordInput) => void
}

/** Takes the sheets already there and the addresses already taken, those of merged sheets included. */
export function growingCatalogue(known: readonly KnownSoftware[], taken: ReadonlySet<string>): Growing {
  const sheets = new Map<string, KnownSoftware>()
  const byIdentifier = new Map<string, Set<string>>()
  const bySlug = new Map<string, Set<string>>()
  const slugs = new Set([...taken, ...reserved])
  const put = (sheet: KnownSoftware) => {
    sheets.set(sheet.id, sheet)
    noted(bySlug, slugOf(sheet.name), sheet.id)
    for (const identifier of sheet.identifiers) noted(byIdentifier, keyOf(identifier), sheet.id)
  }
  const found = (ids: ReadonlySet<string> | undefined) =>
    [...(ids ?? [])].map((id) => sheets.get(id)).filter((sheet) => sheet !== undefined)
  for (const sheet of known) put(sheet)

  return {
    byIdentifier: (identifier) => found(byIdentifier.get(keyOf(identifier))),
    bySlug: (slug) => found(bySlug.get(slug)),
    open(id, name) {
      const slug = freeSlug(slugOf(name), slugs)
      slugs.add(slug)
      put({ id, name, website: null, repository: null, identifiers: [], records: new Map() })
      return { id, slug, name }
    },
    add(softwareId, { source, externalId, fields, identifiers = [] }) {
      const sheet = sheets.get(softwareId)
      if (!sheet) return
      put({
        ...sheet,
        website: sheet.website ?? fields.website ?? null,
        repository: sheet.repository ?? fields.repository ?? null,
        identifiers: [...sheet.identifiers, ...identifiers],
        records: new Map([...sheet.records, [source, externalId]]),
      })
    },
  }
}

// Addresses of editors' pages, which a program of that name cannot take.
const reserved = ['new', 'merges', 'licences']

const keyOf = ({ scheme, value }: Identifier) => `${scheme} ${value}`

function noted(index: Map<string, Set<string>>, key: string, id: string) {
  const ids = index.get(key)
  if (ids) ids.add(id)
  else index.set(key, new Set([id]))
}

function freeSlug(wanted: string, taken: ReadonlySet<string>) {
  if (!taken.has(wanted)) return wanted

  let rank = 2
  while (taken.has(`${wanted}-${rank}`)) rank += 1
  return `${wanted}-${rank}`
}
