import type { RecordInput } from '../software/record.ts'
import { slugOf } from '../software/slug.ts'
import { type SourceSlug, sources } from './source.ts'

/** One of the lists of alternatives: each has names of its own for the same things. */
export type AlternativesList = { readonly entries: readonly AlternativeEntry[] }

export type AlternativeEntry = {
  readonly name?: string
  readonly company_name?: string
  readonly url?: string
  readonly link?: string
  readonly website?: string
  readonly repository?: string
  readonly gh_link?: string
  readonly section?: string
  readonly category?: string
  readonly description?: string
  readonly alternativeTo?: readonly string[]
  readonly alts_names?: readonly string[]
  readonly note?: string
}

/** What a list of alternatives says of one software: what it can stand for, as it is written there. */
export function alternativeRecord(source: SourceSlug, entry: AlternativeEntry): RecordInput {
  const name = entry.name ?? entry.company_name ?? ''
  const url = entry.url ?? ''
  const isForge = /^https?:\/\/(www\.)?(github|gitlab)\.com\//.test(url)
  const section = entry.section ?? entry.category
  const description = entry.description?.trim() ?? ''

  return {
    source,
    externalId: slugOf(`${name} ${section ?? ''}`),
    sourceDate: sources[source].date,
    fields: {
      name,
      summary: description.length <= 300 ? description : undefined,
      description: description.length > 300 ? description : undefined,
      licenceRaw: licenceIn(entry.note),
      website: entry.website ?? entry.link ?? (isForge ? undefined : url),
      repository: entry.repository ?? entry.gh_link ?? (isForge ? url : undefined),
      keywords: section ? [section] : [],
      replaces: entry.alternativeTo ?? entry.alts_names ?? [],
    },
  }
}

// The note is « TS, GNU Affero General Public License v3.0 »: a language, then a licence in words.
function licenceIn(note: string | undefined) {
  const words = note?.split(', ').at(-1) ?? ''
  return licences.find(([pattern]) => pattern.test(words))?.[1]
}

const licences: readonly (readonly [RegExp, string])[] = [
  [/Affero General Public License v3/, 'AGPL-3.0'],
  [/Lesser General Public License v3/, 'LGPL-3.0'],
  [/Lesser General Public License v2\.1/, 'LGPL-2.1'],
  [/General Public License v3/, 'GPL-3.0'],
  [/General Public License v2/, 'GPL-2.0'],
  [/^MIT License$/, 'MIT'],
  [/^Apache License 2\.0$/, 'Apache-2.0'],
  [/^Mozilla Public License 2\.0$/, 'MPL-2.0'],
  [/^BSD 3-Clause/, 'BSD-3-Clause'],
  [/^BSD 2-Clause/, 'BSD-2-Clause'],
]
