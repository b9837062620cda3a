import { sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { moment } from '#platform/database/moment.ts'
import { newId } from '#platform/ids.ts'

/** SQL that is true of a delivery `d` whose lane is stopped. */
export const isOnStoppedLaneSql = sql`exists (select from lane_stops s where s.lane = d.lane and s.restarted_at is null)`

export type NewStop = {
  lane: string
  why: 'policy' | 'our-side'
  evidence: string
  deliveryId: string
  at: Date
}

/** Stops a lane; one already stopped keeps its first reason. */
export const insertStop = (db: Database, { lane, why, evidence, deliveryId, at }: NewStop) =>
  db.execute(sql`
    insert into lane_stops (id, lane, since, why, evidence, delivery_id)
    values (${newId()}, ${lane}, ${moment(at)}, ${why}, ${evidence}, ${deliveryId})
    on conflict do nothing`)

/** Two senders count a lane's refusals one after the other. */
export const lockLane = (db: Database, lane: string) =>
  db.execute(sql`select 1 from lanes where name = ${lane} for update`)

/** Of the last hundred answers of a lane since it was last started again, how many were refusals of policy. */
export async function countPolicyRefusals(db: Database, lane: string): Promise<number> {
  const [row] = await db.execute<{ n: number }>(sql`
    select count(*) filter (where detail ->> 'verdict' = 'policy')::int as n from (
      select e.detail from delivery_events e join deliveries d on d.id = e.delivery_id
      where d.lane = ${lane} and e.source in ('sender', 'mailbox')
        and e.at >= coalesce((select max(restarted_at) from lane_stops where lane = ${lane}), '-infinity')
      order by e.at desc, e.id desc limit 100) last`)
  return row?.n ?? 0
}
