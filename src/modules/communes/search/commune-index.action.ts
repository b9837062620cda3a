import type { Database } from '#platform/database/database.ts'
import { type FoundCommune, listSearchedCommunes } from '../communes.queries.ts'
import { buildCommuneIndex, type CommuneIndex } from './commune-index.ts'

const indexes = new WeakMap<Database, Promise<CommuneIndex<FoundCommune>>>()

/** The search of this database's communes, built at the first call (a third of a second) and kept. Give it the database itself: a transaction would build its own. */
export function communeIndex(db: Database) {
  const known = indexes.get(db)
  if (known) return known

  const index = listSearchedCommunes(db).then(buildCommuneIndex)
  indexes.set(db, index)
  index.catch(() => indexes.delete(db))
  return index
}

/** To be called when the communes have changed, so that the next search reads them again. */
export const forgetCommuneIndex = (db: Database) => indexes.delete(db)
