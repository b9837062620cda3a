import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { communes } from '#modules/communes/index.ts'
import type { Database } from '#platform/database/database.ts'
import { moment } from '#platform/database/moment.ts'
import type { ReplyCode } from '#values/reply-code.ts'
import { addressSearches } from '../address-searches/address-searches.tables.ts'
import { deliveries, deliveryEvents } from '../deliveries/deliveries.tables.ts'
import { waves } from '../waves/waves.tables.ts'

/** The delivery that a code was printed on, with the names a person checks it by. */
export async function findByCode(db: Database, code: ReplyCode) {
  const [found] = await db
    .select({ delivery: deliveries, commune: communes.name, wave: waves.name })
    .from(deliveries)
    .innerJoin(communes, eq(communes.insee, deliveries.insee))
    .innerJoin(waves, eq(waves.id, deliveries.waveId))
    .where(eq(deliveries.replyCode, code))
  return found
}

export type FoundLetter = NonNullable<Awaited<ReturnType<typeof findByCode>>>

/** The last time a letter came back, whether or not it was taken back since. */
export async function lastReturnOf(db: Database, deliveryId: string) {
  const [last] = await db
    .select()
    .from(deliveryEvents)
    .where(and(eq(deliveryEvents.deliveryId, deliveryId), eq(deliveryEvents.kind, 'returned')))
    .orderBy(desc(deliveryEvents.at), desc(deliveryEvents.id))
    .limit(1)
  return last
}

/** The returns recorded since a moment, the newest first, with those taken back. */
export async function returnsSince(db: Database, since: Date) {
  const rows = await db
    .select({ event: deliveryEvents, commune: communes.name, state: deliveries.state })
    .from(deliveryEvents)
    .innerJoin(deliveries, eq(deliveries.id, deliveryEvents.deliveryId))
    .innerJoin(communes, eq(communes.insee, deliveries.insee))
    .where(
      and(
        inArray(deliveryEvents.kind, ['returned', 'return-undone']),
        sql`${deliveryEvents.at} >= ${moment(since)}`,
      ),
    )
    .orderBy(desc(deliveryEvents.at), desc(deliveryEvents.id))
  const undone = new Set(
    rows.flatMap(({ event }) => (event.kind === 'return-undone' ? [event.sourceEventId] : [])),
  )

  return rows
    .filter(({ event }) => event.kind === 'returned')
    .map(({ event, commune, state }) => ({
      deliveryId: event.deliveryId ?? '',
      commune,
      at: event.at,
      by: event.byWhom ?? '',
      reason: event.detail.reason ?? '',
      isUndone: undone.has(`${event.sourceEventId}/undone`),
      isAnswered: state === 'answered',
    }))
}

export type RecordedReturn = Awaited<ReturnType<typeof returnsSince>>[number]

/** Closes the search for an address that a return had opened by mistake: the address works as far as anybody knows. */
export const withdrawAddressSearch = (
  db: Database,
  { deliveryId, at, by }: { deliveryId: string; at: Date; by: string },
) =>
  db
    .update(addressSearches)
    .set({ closedAt: at, closedBy: by, closedAs: 'works', outcome: 'Le retour était une erreur de saisie.' })
    .where(
      and(
        eq(addressSearches.deliveryId, deliveryId),
        eq(addressSearches.channel, 'letter'),
        isNull(addressSearches.closedAt),
      ),
    )
