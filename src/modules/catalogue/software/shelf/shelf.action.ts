import type { World } from '#platform/world.ts'
import { isoDate } from '#ui/french.ts'
import { catalogueVersionNow, listShelf } from './shelf.queries.ts'
import type { Shelved } from './shelf.ts'

type Kept = { readonly version: string; readonly shelf: Promise<readonly Shelved[]> }

const shelves = new WeakMap<object, Kept>()

/**
 * Every sheet shown, read once for each state of the catalogue and each day, whichever process changed it: a number in
 * the database says whether what is kept here is still true.
 */
export async function shelfOf({ db, clock }: Pick<World, 'db' | 'clock'>): Promise<readonly Shelved[]> {
  const now = clock()
  const version = `${await catalogueVersionNow(db)} ${isoDate(now)}`
  const known = shelves.get(db)
  if (known?.version === version) return known.shelf

  const shelf = listShelf(db, now)
  shelves.set(db, { version, shelf })
  shelf.catch(() => shelves.delete(db))
  return shelf
}
