import type { Database } from '#platform/database/database.ts'
import type { World } from '#platform/world.ts'
import { sharesOf } from '../order/fair-share.ts'
import type { Placed } from '../order/order.ts'
import { addExposures, type Exposure, exposureKey, type ShownAt } from './exposure.ts'
import { addToExposures } from './exposures.queries.ts'

type Showing = { readonly day: string; readonly place: ShownAt; readonly about: string }

/**
 * Counts that these were shown in this order. The page does not wait: counts are gathered for a second, then written in one
 * statement. A process that is killed loses its last second, and no more.
 */
export function countShowings(world: World, { day, place, about }: Showing, placed: readonly Placed[]) {
  if (placed.length === 0) return
  const shares = sharesOf(placed)
  gather(
    world.db,
    placed.map(({ key }, rank) => ({
      day,
      provider: key,
      place,
      about,
      shown: 1,
      first: shares[rank]?.given.first ?? 0,
      leading: shares[rank]?.given.leading ?? 0,
      fairFirst: shares[rank]?.fair.first ?? 0,
      fairLeading: shares[rank]?.fair.leading ?? 0,
    })),
  )
  writeSoon(world)
}

/** Writes what this process has gathered; those who read the ledger ask for it first. */
export async function writeExposures(db: Database) {
  const gathered = [...(waiting.get(db)?.values() ?? [])]
  waiting.delete(db)
  if (gathered.length === 0) return
  try {
    await addToExposures(db, gathered)
  } catch (cause) {
    gather(db, gathered)
    throw new Error('showings could not be written; they are kept for the next time', { cause })
  }
}

const waiting = new WeakMap<Database, Map<string, Exposure>>()
const planned = new WeakSet<Database>()
const patience = 1000

function gather(db: Database, exposures: readonly Exposure[]) {
  const counts = waiting.get(db) ?? new Map<string, Exposure>()
  waiting.set(db, counts)
  for (const exposure of exposures) {
    const key = exposureKey(exposure)
    const before = counts.get(key)
    counts.set(key, before ? addExposures(before, exposure) : exposure)
  }
}

function writeSoon({ db, log }: World) {
  if (planned.has(db)) return
  planned.add(db)
  setTimeout(() => {
    planned.delete(db)
    writeExposures(db).catch((error: unknown) => log.error(error))
  }, patience).unref()
}
