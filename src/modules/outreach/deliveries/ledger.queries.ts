import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { moment } from '#platform/database/moment.ts'
import { isOpposedSql } from '../oppositions/oppositions.queries.ts'
import { deliveries } from './deliveries.tables.ts'
import type { DeliveryState } from './delivery.ts'

export type Delivery = typeof deliveries.$inferSelect

export type Claim = { waveId: string; lane: string; limit: number; token: string; until: Date }

/**
 * L1, L2: takes up to `limit` e-mails of a wave under a lease, in one statement. An opposed town hall or address, a
 * paused wave and a message that another sender holds are never taken. Gives the identifiers taken.
 */
export async function claim(db: Database, { waveId, lane, limit, token, until }: Claim) {
  const rows = await db.execute<{ id: string }>(sql`
    with picked as materialized (
      select d.id from deliveries d
      join waves w on w.id = d.wave_id
      where d.wave_id = ${waveId} and d.channel = 'email' and d.state = 'rendered' and d.lane = ${lane}
        and w.state = 'launched' and w.paused_at is null
        and not ${isOpposedSql}
      order by d.id limit ${limit} for update of d skip locked)
    update deliveries d set state = 'claimed', claim_token = ${token}, claim_until = ${moment(until)}
    from picked where d.id = picked.id
    returning d.id`)
  return rows.map(({ id }) => id).sort()
}

export type Lease = { id: string; token: string; now: Date; until: Date }

/**
 * L3: says that the message is about to leave, and renews the lease for the dialogue. Undefined when the lease is over,
 * another holds it, or a refusal came since the claim: then nothing may be sent.
 */
export async function beginHandOver(
  db: Database,
  { id, token, now, until }: Lease,
): Promise<Delivery | undefined> {
  const [begun] = await db
    .update(deliveries)
    .set({ state: 'in_flight', claimUntil: until })
    .where(
      and(
        eq(deliveries.id, id),
        eq(deliveries.claimToken, token),
        eq(deliveries.state, 'claimed'),
        sql`${deliveries.claimUntil} > ${moment(now)}`,
        sql`not exists (select from deliveries d where d.id = ${id} and ${isOpposedSql})`,
      ),
    )
    .returning()
  return begun
}

export type Outcome = {
  state: DeliveryState
  reason?: string
  reasonDetail?: string
  retryAt?: Date
  now: Date
}

/** The result of the hand-over, by the holder of the token alone; false when the lease was lost meanwhile. */
export async function settle(db: Database, id: string, token: string, { now, ...outcome }: Outcome) {
  const settled = await db
    .update(deliveries)
    .set({
      state: outcome.state,
      reason: outcome.reason ?? null,
      reasonDetail: outcome.reasonDetail ?? null,
      retryAt: outcome.retryAt ?? null,
      settledAt: outcome.retryAt ? null : now,
      claimToken: null,
      claimUntil: null,
    })
    .where(and(eq(deliveries.id, id), eq(deliveries.claimToken, token), eq(deliveries.state, 'in_flight')))
    .returning({ id: deliveries.id })
  return settled.length > 0
}

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
    where d.channel = 'email' and d.state = 'rendered' and w.paused_at is null`)
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
