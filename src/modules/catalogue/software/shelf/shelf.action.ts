import { type Written, written } from '#platform/http/written.ts'
import type { World } from '#platform/world.ts'
import { directoryEdition } from '../edition.action.ts'
import { listShelf } from './shelf.queries.ts'
import type { Shelved } from './shelf.ts'

type Kept = {
  readonly version: string
  readonly shelf: Promise<readonly Shelved[]>
  /** Pages already written of this state of the catalogue, by their words. */
  readonly pages: Map<string, Written>
}

const shelves = new WeakMap<object, Kept>()

/**
 * Every sheet shown, read once for each state of the catalogue and each day, whichever process changed it: a number in
 * the database says whether what is kept here is still true.
 */
export const shelfOf = async (world: Pick<World, 'db' | 'clock'>): Promise<readonly Shelved[]> =>
  (await keptOf(world)).shelf

/** A page of the list as everybody sees it, written once for each state of the catalogue; `key` says all it depends on. */
export async function writtenOnce(
  world: Pick<World, 'db' | 'clock'>,
  key: string,
  draw: (shelf: readonly Shelved[]) => { toString(): string | Promise<string> },
): Promise<Written> {
  const { shelf, pages } = await keptOf(world)
  const known = pages.get(key)
  if (known) return known

  const page = written(await draw(await shelf).toString())
  if (pages.size >= mostPages) pages.clear()
  pages.set(key, page)
  return page
}

const mostPages = 200

async function keptOf({ db, clock }: Pick<World, 'db' | 'clock'>): Promise<Kept> {
  const now = clock()
  const version = await directoryEdition({ db, clock })
  const known = shelves.get(db)
  if (known?.version === version) return known

  const shelf = listShelf(db, now)
  const kept = { version, shelf, pages: new Map() }
  shelves.set(db, kept)
  shelf.catch(() => shelves.delete(db))
  return kept
}
