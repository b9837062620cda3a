import { sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { moment } from '#platform/database/moment.ts'
import type { UsageState } from './usage.ts'
import { goneLimit, greyLimit } from './usage-age.ts'

/** What a commune uses, as its own page says it. */
export type CommuneUsage = {
  readonly id: string
  readonly softwareId: string
  readonly slug: string
  readonly software: string
  readonly summary: string | null
  readonly licence: string | null
  readonly isFree: boolean | null
  readonly need: string | null
  readonly needLabel: string | null
  readonly state: UsageState
  readonly whyLeft: string | null
  readonly sinceOn: string | null
  readonly operatedBy: string | null
  readonly acceptsCall: boolean
  readonly saidAt: Date
  readonly isGrey: boolean
  /** The commune that said it, when it has merged since. */
  readonly formerName: string | null
}

type Raw = Omit<CommuneUsage, 'saidAt'> & { readonly saidAt: string }

/** What a commune says that it uses, confirmed and less than two years old, by name. */
export async function usagesOfCommune(
  db: Database,
  insee: string,
  now: Date,
): Promise<readonly CommuneUsage[]> {
  const rows = await db.execute<Raw>(sql`
    select u.id, s.id as "softwareId", s.slug, s.name as software, s.summary, s.licence_spdx as licence,
      s.is_free as "isFree", u.need, n.label as "needLabel", u.state, u.why_left as "whyLeft",
      u.since_on::text as "sinceOn", u.operated_by as "operatedBy", u.accepts_call as "acceptsCall",
      coalesce(u.renewed_at, u.confirmed_at) as "saidAt",
      coalesce(u.renewed_at, u.confirmed_at) <= ${moment(greyLimit(now))} as "isGrey", f.name as "formerName"
    from usages u
    join software own on own.id = u.software_id
    join software s on s.id = coalesce(own.merged_into, own.id)
    left join needs n on n.slug = u.need
    left join communes f on f.insee = u.former_insee
    where u.insee = ${insee} and u.withdrawn_at is null and u.confirmed_at is not null
      and coalesce(u.renewed_at, u.confirmed_at) > ${moment(goneLimit(now))}
    order by u.state = 'left', s.name, u.id`)
  return rows.map((row) => ({ ...row, saidAt: new Date(row.saidAt) }))
}
