import type { PubliccodeSheet } from './sheets.queries.ts'
import { type Standing, standingOf } from './upstream/upstream.ts'
import { fileOf } from './writing/file-of.ts'
import { type MissingFact, missingFacts } from './writing/missing-facts.ts'

/** A line of the list of publiccode.yml files. */
export type PubliccodeRow = {
  readonly slug: string
  readonly name: string
  readonly missing: readonly MissingFact[]
  readonly standing: Standing
  readonly ownFaults: number | null
  readonly since: string | null
  readonly address: string | null
}

export type PubliccodeFilter = {
  readonly q: string
  readonly standing?: Standing
  readonly missing?: MissingFact
  readonly sort: 'name' | 'missing'
}

/** What the list says of one software. */
export function rowOf(sheet: PubliccodeSheet): PubliccodeRow {
  const missing = missingFacts(fileOf(sheet))
  const { slug, name, own, upstream } = sheet
  return {
    slug,
    name,
    missing,
    standing: standingOf({ own, upstream, missing }),
    ownFaults: own ? own.faults.filter(({ isError }) => isError).length : null,
    since: upstream?.onDay ?? null,
    address: upstream?.address ?? null,
  }
}

/** The lines that a filter keeps, in its order. */
export function rowsKept(rows: readonly PubliccodeRow[], { q, standing, missing, sort }: PubliccodeFilter) {
  const words = plain(q)
  const kept = rows
    .filter((row) => words === '' || plain(row.name).includes(words) || row.slug.includes(words))
    .filter((row) => standing === undefined || row.standing === standing)
    .filter((row) => missing === undefined || row.missing.includes(missing))
  return sort === 'missing' ? kept.toSorted((one, other) => one.missing.length - other.missing.length) : kept
}

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .trim()
