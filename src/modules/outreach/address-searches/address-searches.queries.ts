import type { Database } from '#platform/database/database.ts'
import { newId } from '#platform/ids.ts'
import { addressSearches } from './address-searches.tables.ts'

/** What led nowhere: the town hall, the way, the address, and the delivery that showed it. */
export type DeadEnd = {
  readonly insee: string
  readonly channel: 'email' | 'letter'
  readonly address: string
  readonly deliveryId?: string
  readonly reason: string
  readonly at: Date
  readonly by?: string
}

/** Opens the task of finding an address; the same dead end told again changes nothing. Gives whether it is new. */
export async function openAddressSearch(db: Database, { at, by, ...deadEnd }: DeadEnd): Promise<boolean> {
  const opened = await db
    .insert(addressSearches)
    .values({ id: newId(), ...deadEnd, openedAt: at, openedBy: by })
    .onConflictDoNothing()
    .returning({ id: addressSearches.id })
  return opened.length > 0
}
