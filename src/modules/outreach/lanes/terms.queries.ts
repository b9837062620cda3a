import { sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { moment } from '#platform/database/moment.ts'
import type { LaneTerms } from '#platform/mail/mail.ts'
import { allowedOnDay, type DayLimit } from './warm-up.ts'

/** How a lane is written to at this moment: its dated limit, what it asked since, and what is left of its day. */
export type TermsInForce = LaneTerms & {
  readonly perMinute: number
  /** How many it may still have today; undefined when nothing bounds it. */
  readonly leftToday: number | undefined
  /** What it may have today, and what it has had. */
  readonly allowedToday: number | undefined
  readonly today: number
}

type Row = DayLimit & {
  connections: number
  messagesPerConnection: number
  perMinute: number
  slowedTo: number | null
  day: number
  today: number
}

/**
 * The terms of a lane for one sender: what it has had today is counted from the ledger, and the days of its warm-up from the
 * sender's first message on it. A lane that asked us to slow down has one connection and the rate it was brought to.
 */
export async function termsInForce(
  db: Database,
  lane: string,
  sender: string,
  now: Date,
): Promise<TermsInForce> {
  const [row] = await db.execute<Row>(sql`
    select l.connections, l.messages_per_connection as "messagesPerConnection", l.per_minute as "perMinute",
      l.per_day as "perDay", l.warm_up_start as "warmUpStart", l.warm_up_growth::float as "warmUpGrowth",
      case when r.slowed_until > ${moment(now)} then r.slowed_to end as "slowedTo",
      greatest(0, ${parisDay(now)} - coalesce((r.started_at at time zone 'Europe/Paris')::date, ${parisDay(now)})) as day,
      -- handed over today, and what somebody holds, about to hand it over
      ((select count(*) from deliveries d where d.lane = ${lane} and d.handed_at >= ${startOfParisDay(now)})
       + (select count(*) from deliveries d where d.lane = ${lane} and d.state = 'claimed'
          and coalesce(d.handed_at < ${startOfParisDay(now)}, true)))::int as today
    from lane_limits l
    left join send_rates r on r.sender = ${sender} and r.lane = l.lane
    where l.lane = ${lane} and l.valid_from <= ${parisDay(now)}
    order by l.valid_from desc, l.recorded_at desc limit 1`)
  if (!row) throw new Error(`lane ${lane} has no limit in force`)

  const { connections, messagesPerConnection, perMinute, slowedTo, day, today } = row
  const allowed = allowedOnDay(row, day)
  return {
    lane,
    connections: slowedTo === null ? connections : 1,
    messagesPerConnection,
    perMinute: slowedTo ?? perMinute,
    leftToday: allowed === undefined ? undefined : Math.max(0, allowed - today),
    allowedToday: allowed,
    today,
  }
}

/** The day in France that a moment belongs to, and its first instant: what a lane bears is counted by French days. */
export const parisDay = (now: Date) => sql`(${moment(now)} at time zone 'Europe/Paris')::date`
export const startOfParisDay = (now: Date) => sql`(${parisDay(now)}::timestamp at time zone 'Europe/Paris')`
