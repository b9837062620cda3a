import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { newId } from '#platform/ids.ts'
import { deliveries, deliveryEvents, type EventDetail } from './deliveries.tables.ts'

export type DeliveryEvent = typeof deliveryEvents.$inferSelect

export type NewEvent = {
  deliveryId?: string
  source: string
  sourceEventId: string
  kind: string
  at: Date
  byWhom?: string
  detail?: EventDetail
}

/** L8: writes an event once, whoever tells it again; false when it was known. */
export async function insertEvent(db: Database, event: NewEvent): Promise<boolean> {
  return (await insertEvents(db, [event])) > 0
}

/** The same for many, in one statement of one parameter (L11). Gives how many were new. */
export async function insertEvents(db: Database, events: readonly NewEvent[]): Promise<number> {
  if (events.length === 0) return 0
  const rows = events.map(({ deliveryId, sourceEventId, byWhom, detail = {}, ...event }) => ({
    id: newId(),
    delivery_id: deliveryId,
    source_event_id: sourceEventId,
    by_whom: byWhom,
    detail,
    ...event,
  }))
  const inserted = await db.execute(sql`
    insert into delivery_events
    select * from jsonb_populate_recordset(null::delivery_events, ${JSON.stringify(rows)}::jsonb)
    on conflict (source, source_event_id) do nothing returning id`)
  return inserted.length
}

/** The delivery that a Message-ID was given to, at this attempt or an earlier one. */
export async function deliveryOfMessage(db: Database, messageId: string): Promise<string | undefined> {
  const [row] = await db.execute<{ id: string }>(sql`
    select id from deliveries where message_id = ${messageId}
    union
    select delivery_id from delivery_events where detail ->> 'messageId' = ${messageId} and delivery_id is not null
    limit 1`)
  return row?.id
}

/** The same by the left side of a Message-ID, as a token of ours carries it. */
export async function deliveryOfAttempt(db: Database, attemptId: string): Promise<string | undefined> {
  const [row] = await db.execute<{ id: string }>(sql`
    select id from deliveries where message_id is not null and split_part(message_id, '@', 1) = ${attemptId}
    union
    select delivery_id from delivery_events
    where kind = 'sent-again' and split_part(detail ->> 'messageId', '@', 1) = ${attemptId}
    limit 1`)
  return row?.id
}

/** The events that wait for their delivery (L9), oldest first. */
export const unmatchedEvents = (db: Database, limit = 500): Promise<DeliveryEvent[]> =>
  db
    .select()
    .from(deliveryEvents)
    .where(isNull(deliveryEvents.deliveryId))
    .orderBy(asc(deliveryEvents.at))
    .limit(limit)

/** Ties a waiting event to its delivery, once; false when it was tied meanwhile. */
export async function matchEvent(db: Database, eventId: string, deliveryId: string) {
  const matched = await db
    .update(deliveryEvents)
    .set({ deliveryId })
    .where(and(eq(deliveryEvents.id, eventId), isNull(deliveryEvents.deliveryId)))
    .returning({ id: deliveryEvents.id })
  return matched.length > 0
}

/** What happened to a delivery, oldest first. */
export const eventsOf = (db: Database, deliveryId: string): Promise<DeliveryEvent[]> =>
  db
    .select()
    .from(deliveryEvents)
    .where(eq(deliveryEvents.deliveryId, deliveryId))
    .orderBy(asc(deliveryEvents.at), asc(deliveryEvents.id))

/** The temporary refusals of an attempt that count for its recipient: how many, since when, and how many were unclear. */
export async function refusalsOf(db: Database, deliveryId: string, messageId: string) {
  const rows = await db
    .select({ at: deliveryEvents.at, detail: deliveryEvents.detail })
    .from(deliveryEvents)
    .where(
      and(
        eq(deliveryEvents.deliveryId, deliveryId),
        eq(deliveryEvents.kind, 'refused_temporary'),
        sql`${deliveryEvents.detail} ->> 'messageId' = ${messageId}`,
      ),
    )
    .orderBy(asc(deliveryEvents.at))
  const unclear = rows.filter(({ detail }) => detail.verdict === 'unclear').length
  return { count: rows.length, firstAt: rows[0]?.at, unclear }
}

/** The delivery itself, locked until the transaction ends. */
export async function lockDelivery(db: Database, id: string) {
  const [delivery] = await db.select().from(deliveries).where(eq(deliveries.id, id)).for('update')
  return delivery
}
