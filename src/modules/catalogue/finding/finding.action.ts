import type { Database } from '#platform/database/database.ts'
import { loadSearched, searchedVersion } from './finding.queries.ts'
import { buildFinding, type Finding, type Understanding } from './finding.ts'

type Kept = { readonly finding: Finding; readonly version: string; checkedAt: number }

const indexes = new WeakMap<Database, Promise<Kept>>()
/** Another process may have changed the words: what is held is compared with the database at most this often. */
const trustedFor = 5_000

/**
 * What a person’s words mean: needs, software and products, best first, all empty when nothing is understood. Give it the
 * database itself: a transaction would build an index of its own.
 */
export async function understand(db: Database, text: string): Promise<Understanding> {
  const { finding } = await upToDate(db)
  return finding.understand(text)
}

/** To be called when words, needs or fits have changed here, so that the next search reads them again. */
export const forgetFinding = (db: Database) => indexes.delete(db)

async function upToDate(db: Database) {
  const known = await indexes.get(db)
  const now = performance.now()
  if (known && now - known.checkedAt < trustedFor) return known
  if (known && (await searchedVersion(db)) === known.version) {
    known.checkedAt = now
    return known
  }

  const read = readAnew(db)
  indexes.set(db, read)
  read.catch(() => indexes.delete(db))
  return read
}

async function readAnew(db: Database): Promise<Kept> {
  const version = await searchedVersion(db)
  const finding = buildFinding(await loadSearched(db))
  return { finding, version, checkedAt: performance.now() }
}
