import { sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { moment } from '#platform/database/moment.ts'

type Limits = {
  readonly askedBefore: Date
  readonly refusedSince: Date
  readonly mostTimes: number
  readonly mostRefusals: number
}

/**
 * The communes of which a company's work waits to be confirmed: not asked lately nor too often, and not those that have refused
 * several in a season, which a person looks at.
 */
export async function communesToAsk(
  db: Database,
  { askedBefore, refusedSince, mostTimes, mostRefusals }: Limits,
) {
  const rows = await db.execute<{ insee: string }>(sql`
    select r.insee from company_references r join companies c on c.id = r.company_id and c.withdrawn_at is null
    where r.state = 'declared' and r.withdrawn_at is null and r.times_asked < ${mostTimes}
      and (r.asked_at is null or r.asked_at < ${moment(askedBefore)})
      and (select count(*) from company_references o
        where o.insee = r.insee and o.state = 'refused' and o.settled_at > ${moment(refusedSince)}) < ${mostRefusals}
    group by r.insee order by min(r.declared_at) limit 500`)
  return rows.map(({ insee }) => insee)
}

/** Says that a town hall was asked today about all that waits of it. */
export const markReferencesAsked = (db: Database, insee: string, at: Date) =>
  db.execute(sql`
    update company_references set asked_at = ${moment(at)}, times_asked = times_asked + 1
    where insee = ${insee} and state = 'declared' and withdrawn_at is null`)

type Word = { readonly state: 'confirmed' | 'refused'; readonly why: string | null; readonly at: Date }

/** Writes the commune's word on one work named for it; false when it had said the same. */
export async function settleReference(db: Database, insee: string, id: string, { state, why, at }: Word) {
  const settled = await db.execute(sql`
    update company_references set state = ${state}, why_refused = ${why}, settled_at = ${moment(at)},
      reply = case when ${state} = 'refused' then reply end
    where id = ${id} and insee = ${insee} and withdrawn_at is null and times_asked > 0
      and (state <> ${state} or why_refused is distinct from ${why})
    returning id`)
  return settled.length > 0
}
