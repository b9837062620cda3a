import { sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import type { ResponseRecord } from '../order/order.ts'

/**
 * How each provider answered what it was asked in the last twelve months, once the date has passed. A request that never
 * reached it does not count; a refusal with its reason is an answer.
 */
export async function responseRecords(
  db: Database,
  today: string,
): Promise<ReadonlyMap<string, ResponseRecord>> {
  const rows = await db.execute<{ provider: string } & ResponseRecord>(sql`
    select i.provider, count(*)::int as asked, count(i.answered_at)::int as answered
    from quote_invitations i join quote_requests r on r.id = i.request_id
    where i.sent_at is not null and r.answer_by < ${today}::date
      and r.answer_by >= ${today}::date - interval '12 months'
    group by i.provider`)
  return new Map(rows.map(({ provider, asked, answered }) => [provider, { asked, answered }]))
}
