import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { moment } from '#platform/database/moment.ts'
import { isOnStoppedLaneSql } from '../lanes/stops.queries.ts'
import { isOpposedSql } from '../oppositions/oppositions.queries.ts'
import { deliveries } from './deliveries.tables.ts'
import type { DeliveryState } from './delivery.ts'

export type Delivery = typeof deliveries.$inferSelect

export type Claim = { waveId: string; lane: string; limit: number; token: string; until: Date }

/**
 * L1, L2: takes up to `limit` e-mails of a wave under a lease, in one statement. An opposed town hall or address, a
 * paused wave, a stopped lane and a message that another sender holds are never taken. Gives the identifiers taken.
 */
export async function claim(db: Database, { waveId, lane, limit, token, until }: Claim) {
  const rows = await db.execute<{ id: string }>(sql`
    with picked as materialized (
      select d.id from deliveries d
      join waves w on w.id = d.wave_id
      where d.wave_id = ${waveId} and d.channel = 'email' and d.state = 'rendered' and d.lane = ${lane}
        and ${mayLeaveSql}
      order by d.id limit ${limit} for update of d skip locked)
    update deliveries d set state = 'claimed', claim_token = ${token}, claim_until = ${moment(until)}
    from picked where d.id = picked.id
    returning d.id`)
  return rows.map(({ id }) => id).sort()
}

// What is asked of a delivery `d` of a wave `w` when it is taken, and again when it is about to leave.
const mayLeaveSql = sql`w.state = 'launched' and w.paused_at is null and not ${isOpposedSql} and not ${isOnStoppedLaneSql}`

export type Lease = { readonly id: string; readonly token: string }
type Renewal = { readonly now: Date; readonly until: Date }

/**
 * L3: says that messages are about to leave, and renews their leases for the dialogue. Those it does not give back may not be
 * sent: the lease is over, another holds it, or since it was taken the wave was paused, its lane stopped, its town hall opposed.
 */
export function beginHandOvers(
  db: Database,
  leases: readonly Lease[],
  { now, until }: Renewal,
): Promise<Delivery[]> {
  return db
    .update(deliveries)
    .set({ state: 'in_flight', claimUntil: until, handedAt: now })
    .where(
      and(
        sql`(${deliveries.id}, ${deliveries.claimToken}) in (
          select d.id, d.claim_token
          from jsonb_to_recordset(${JSON.stringify(leases)}::jsonb) as l (id uuid, token uuid)
          join deliveries d on d.id = l.id and d.claim_token = l.token join waves w on w.id = d.wave_id
          where ${mayLeaveSql})`,
        eq(deliveries.state, 'claimed'),
        sql`${deliveries.claimUntil} > ${moment(now)}`,
      ),
    )
    .returning()
}

/** The same for one message; undefined when it may not be sent. */
export async function beginHandOver(db: Database, { id, token, ...renewal }: Lease & Renewal) {
  const [begun] = await beginHandOvers(db, [{ id, token }], renewal)
  return begun
}

/** What was taken and may not leave goes back at once; what another holds stays as it is. */
export const release = (db: Database, leases: readonly Lease[]) =>
  db.execute(sql`
    update deliveries d set state = 'rendered', claim_token = null, claim_until = null
    from jsonb_to_recordset(${JSON.stringify(leases)}::jsonb) as l (id uuid, token uuid)
    where d.id = l.id and d.claim_token = l.token and d.state = 'claimed'`)

export type Outcome = {
  state: DeliveryState
  reason?: string
  reasonDetail?: string
  retryAt?: Date
  now: Date
}

/** The results of hand-overs, each by the holder of its token alone; gives those written, for a lease may have been lost. */
export async function settleAll(
  db: Database,
  results: readonly (Lease & { readonly outcome: Outcome })[],
): Promise<Set<string>> {
  const rows = results.map(({ id, token, outcome: { now, retryAt, reasonDetail, ...outcome } }) => ({
    id,
    token,
    ...outcome,
    reason_detail: reasonDetail,
    retry_at: retryAt,
    settled_at: retryAt ? null : now,
  }))
  const settled = await db.execute<{ id: string }>(sql`
    update deliveries d set state = r.state, reason = r.reason, reason_detail = r.reason_detail, retry_at = r.retry_at,
      settled_at = r.settled_at, claim_token = null, claim_until = null
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (
      id uuid, token uuid, state text, reason text, reason_detail text, retry_at timestamptz, settled_at timestamptz)
    where d.id = r.id and d.claim_token = r.token and d.state = 'in_flight'
    returning d.id`)
  return new Set(settled.map(({ id }) => id))
}

/** The same for one; false when the lease was lost meanwhile. */
export const settle = async (db: Database, id: string, token: string, outcome: Outcome) =>
  (await settleAll(db, [{ id, token, outcome }])).has(id)

/**
 * L4: after a crash, what was claimed goes back to be sent; what was being handed over becomes a doubt, which the program
 * never sends again. Gives how many of each.
 */
export async function recoverLeases(db: Database, now: Date) {
  return db.transaction(async (tx) => {
    const freed = await tx.execute(sql`
      update deliveries set state = 'rendered', claim_token = null, claim_until = null
      where state = 'claimed' and claim_until <= ${moment(now)} returning id`)
    const doubtful = await tx.execute(sql`
      with lost as (
        select id, claim_token from deliveries
        where state = 'in_flight' and claim_until <= ${moment(now)} for update skip locked),
      moved as (
        update deliveries d set state = 'uncertain', reason = 'lease-over', claim_token = null, claim_until = null,
          settled_at = ${moment(now)}
        from lost where d.id = lost.id
        returning d.id, lost.claim_token as token, d.message_id)
      insert into delivery_events (id, delivery_id, source, source_event_id, kind, at, detail)
      select gen_random_uuid(), id, 'ledger', id || '/' || token || '/uncertain', 'uncertain', ${moment(now)},
        jsonb_build_object('messageId', message_id, 'reason', 'lease-over')
      from moved returning id`)
    return { freed: freed.length, doubtful: doubtful.length }
  })
}

/** What was refused for a time and whose time has come goes back to be sent. */
export const wakeRetries = (db: Database, now: Date) =>
  db.execute(sql`
    update deliveries set state = 'rendered', retry_at = null, reason = null, reason_detail = null
    where state = 'refused_temporary' and retry_at <= ${moment(now)}`)

/** The waves that have an e-mail ready to leave. */
export async function wavesToSend(db: Database): Promise<string[]> {
  const rows = await db.execute<{ wave_id: string }>(sql`
    select distinct d.wave_id from deliveries d join waves w on w.id = d.wave_id
    where d.channel = 'email' and d.state = 'rendered' and w.paused_at is null and not ${isOnStoppedLaneSql}`)
  return rows.map(({ wave_id }) => wave_id)
}

/** The lanes in which a wave has something to send. */
export async function lanesOf(db: Database, waveId: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ lane: deliveries.lane })
    .from(deliveries)
    .where(
      and(eq(deliveries.waveId, waveId), eq(deliveries.channel, 'email'), eq(deliveries.state, 'rendered')),
    )
  return rows.map(({ lane }) => lane)
}

/** Moves deliveries that stand in one of the states given; gives those moved. */
export const moveDeliveries = (
  db: Database,
  ids: readonly string[],
  from: readonly DeliveryState[],
  changes: Partial<typeof deliveries.$inferInsert> & { state: DeliveryState },
): Promise<Delivery[]> =>
  db
    .update(deliveries)
    .set(changes)
    .where(and(inArray(deliveries.id, [...ids]), inArray(deliveries.state, [...from])))
    .returning()

/** Changes where a letter goes, before it is composed. */
export const updateAddress = (
  db: Database,
  id: string,
  address: Pick<typeof deliveries.$inferInsert, 'address' | 'postalAddress' | 'addressHmac'>,
) =>
  db
    .update(deliveries)
    .set(address)
    .where(and(eq(deliveries.id, id), eq(deliveries.state, 'planned')))
