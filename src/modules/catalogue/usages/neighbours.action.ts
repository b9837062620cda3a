import type { Database } from '#platform/database/database.ts'
import { countUsing, mostAlike, type Neighbour, type PlacedUsage } from './neighbour.ts'
import { findEdition, listPlacedUsages } from './neighbours.queries.ts'

type Asking = {
  readonly softwareIds: readonly string[]
  readonly insee?: string
  readonly need?: string
  readonly now: Date
  /** How many for each software. */
  readonly limit: number
}

/** The communes most like the one that asks which use each software: confirmed, and said less than two years ago. */
export async function neighboursUsing(
  db: Database,
  { softwareIds, insee = '', ...asked }: Asking,
): Promise<ReadonlyMap<string, readonly Neighbour[]>> {
  if (softwareIds.length === 0) return new Map()
  const { edition, here } = await findEdition(db, insee)
  const usages = await usagesAt(db, edition)
  return new Map(
    softwareIds.flatMap((id) => {
      const lines = mostAlike(usages.get(id) ?? [], { here, ...asked })
      return lines.length > 0 ? [[id, lines] as const] : []
    }),
  )
}

/** How many communes use each software today, left ones aside: to sort by, never to boast. */
export async function countUsages(
  db: Database,
  softwareIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, number>> {
  if (softwareIds.length === 0) return new Map()
  const { edition } = await findEdition(db, '')
  const usages = await usagesAt(db, edition)
  return new Map(
    softwareIds.flatMap((id) => {
      const communes = countUsing(usages.get(id) ?? [], now)
      return communes > 0 ? [[id, communes] as const] : []
    }),
  )
}

type Held = {
  readonly edition: string
  readonly usages: Promise<ReadonlyMap<string, readonly PlacedUsage[]>>
}

// Thirty-five thousand usages weigh some megabytes; every process reads them anew when their edition changes, never later.
const held = new WeakMap<Database, Held>()

function usagesAt(db: Database, edition: string) {
  const known = held.get(db)
  if (known?.edition === edition) return known.usages

  const usages = listPlacedUsages(db).then((rows) => Map.groupBy(rows, ({ softwareId }) => softwareId))
  held.set(db, { edition, usages })
  usages.catch(() => held.delete(db))
  return usages
}
