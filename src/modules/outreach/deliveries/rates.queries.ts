import { sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { moment } from '#platform/database/moment.ts'

type Bucket = { sender: string; lane: string; perMinute: number }

/**
 * L13: takes up to `wanted` tokens of a sender towards a receiver, from a bucket kept in a row: a restart forgets nothing
 * and two senders share it. Gives how many were granted. `perMinute` is only the rate of a bucket not yet known.
 */
export async function takeTokens(
  db: Database,
  { sender, lane, perMinute }: Bucket,
  wanted: number,
  now: Date,
): Promise<number> {
  await db.execute(sql`
    insert into send_rates (sender, lane, per_minute, tokens, refilled_at)
    values (${sender}, ${lane}, ${perMinute}, ${perMinute}, ${moment(now)}) on conflict do nothing`)
  const [taken] = await db.execute<{ granted: number }>(sql`
    with bucket as (
      select sender, lane, least(per_minute,
          tokens + per_minute * greatest(0, extract(epoch from ${moment(now)} - refilled_at)) / 60) as available
      from send_rates where sender = ${sender} and lane = ${lane} for update),
    share as (select *, least(${wanted}::int, floor(available))::int as granted from bucket)
    update send_rates r
    set tokens = share.available - share.granted, refilled_at = greatest(r.refilled_at, ${moment(now)})
    from share where r.sender = share.sender and r.lane = share.lane
    returning share.granted`)
  return taken?.granted ?? 0
}

/** Gives back the tokens that found nothing to send. */
export const returnTokens = (db: Database, { sender, lane }: Bucket, unused: number) =>
  db.execute(sql`
    update send_rates set tokens = least(per_minute, tokens + ${unused}) where sender = ${sender} and lane = ${lane}`)
