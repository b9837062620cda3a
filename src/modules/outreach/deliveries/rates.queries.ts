import { sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { moment } from '#platform/database/moment.ts'

export type Bucket = { sender: string; lane: string; perMinute: number }

/**
 * L13: takes up to `wanted` tokens of a sender towards a receiver, from a bucket kept in a row: a restart forgets nothing
 * and two senders share it. Gives how many were granted. The bucket follows the rate it is asked at, which is that of the
 * dated limit in force.
 */
export async function takeTokens(
  db: Database,
  { sender, lane, perMinute }: Bucket,
  wanted: number,
  now: Date,
): Promise<number> {
  await db.execute(sql`
    insert into send_rates (sender, lane, per_minute, tokens, refilled_at, started_at)
    values (${sender}, ${lane}, ${perMinute}, ${perMinute}, ${moment(now)}, ${moment(now)}) on conflict do nothing`)
  const [taken] = await db.execute<{ granted: number }>(sql`
    with bucket as (
      select sender, lane, least(${perMinute}::int,
          tokens + least(per_minute, ${perMinute}::int) * greatest(0, extract(epoch from ${moment(now)} - refilled_at)) / 60)
          as available
      from send_rates where sender = ${sender} and lane = ${lane} for update),
    share as (select *, least(${wanted}::int, floor(available))::int as granted from bucket)
    update send_rates r
    set per_minute = ${perMinute}, tokens = share.available - share.granted,
      refilled_at = greatest(r.refilled_at, ${moment(now)})
    from share where r.sender = share.sender and r.lane = share.lane
    returning share.granted`)
  return taken?.granted ?? 0
}

/** Gives back the tokens that found nothing to send. */
export const returnTokens = (db: Database, { sender, lane }: Bucket, unused: number) =>
  db.execute(sql`
    update send_rates set tokens = least(per_minute, tokens + ${unused}) where sender = ${sender} and lane = ${lane}`)

/** A receiver asks us to slow down: half the rate for a quarter of an hour, half again when it insists, never nothing. */
export const slowDown = (db: Database, { sender, lane, perMinute }: Bucket, now: Date) =>
  db.execute(sql`
    insert into send_rates (sender, lane, per_minute, tokens, refilled_at, started_at, slowed_to, slowed_until)
    values (${sender}, ${lane}, ${perMinute}, 0, ${moment(now)}, ${moment(now)},
      greatest(1, ${perMinute}::int / 2), ${moment(now)} + interval '15 minutes')
    on conflict (sender, lane) do update set tokens = 0,
      slowed_to = greatest(1, excluded.per_minute / 2), slowed_until = excluded.slowed_until`)
