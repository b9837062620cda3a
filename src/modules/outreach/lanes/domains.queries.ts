import { sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { moment } from '#platform/database/moment.ts'
import type { LaneSuffix } from './lane-of.ts'

/** The suffixes in force: of two rows of the same suffix, the newest. */
export const suffixesInForce = (db: Database): Promise<LaneSuffix[]> =>
  db.execute<LaneSuffix>(sql`
    select distinct on (kind, suffix) kind, suffix, lane from lane_suffixes
    order by kind, suffix, recorded_at desc, id desc`)

/** The domains of a wave's e-mails that the directory was never asked about, or not since `before`, nor tried since `tried`. */
export async function domainsToAsk(
  db: Database,
  waveId: string,
  { before, tried }: Record<'before' | 'tried', Date>,
) {
  const rows = await db.execute<{ domain: string }>(sql`
    select distinct ${domainSql} as domain from deliveries d
    left join domain_exchangers x on x.domain = ${domainSql}
    where d.wave_id = ${waveId} and d.channel = 'email' and d.state = 'rendered'
      and (x.resolved_at is null or x.resolved_at < ${moment(before)})
      and (x.tried_at is null or x.tried_at < ${moment(tried)})`)
  return rows.map(({ domain }) => domain)
}

/** The domains of a wave's e-mails that have no lane yet. */
export async function domainsWithoutLane(db: Database, waveId: string) {
  const rows = await db.execute<{ domain: string }>(sql`
    select distinct ${domainSql} as domain from deliveries d
    where d.wave_id = ${waveId} and d.channel = 'email'
      and not exists (select from domain_exchangers x where x.domain = ${domainSql})`)
  return rows.map(({ domain }) => domain)
}

/** Every domain of the e-mail addresses of the perimeter's town halls, and of those already known. */
export async function knownDomains(db: Database) {
  const rows = await db.execute<{ domain: string }>(sql`
    select distinct lower(split_part(p.value, '@', 2)) as domain
    from contact_points p join perimeter_communes pc on pc.insee = p.insee
    where p.kind = 'email' and p.ended_at is null and p.value like '%@%'
    union select domain from domain_exchangers`)
  return rows.map(({ domain }) => domain)
}

const domainSql = sql`lower(split_part(d.address, '@', 2))`

export type DomainAnswer = {
  readonly domain: string
  readonly exchanger: string | null
  readonly lane: string
  readonly resolvedAt: Date | null
  readonly triedAt: Date | null
}

/** Keeps what is known of domains; an answer that did not come leaves the one before. */
export async function saveDomains(db: Database, answers: readonly DomainAnswer[]) {
  if (answers.length === 0) return
  const rows = answers.map(({ domain, exchanger, lane, resolvedAt, triedAt }) => ({
    domain,
    exchanger,
    lane,
    resolved_at: resolvedAt,
    tried_at: triedAt,
  }))
  await db.execute(sql`
    insert into domain_exchangers
    select * from jsonb_populate_recordset(null::domain_exchangers, ${JSON.stringify(rows)}::jsonb)
    on conflict (domain) do update set tried_at = excluded.tried_at,
      exchanger = case when excluded.resolved_at is null then domain_exchangers.exchanger else excluded.exchanger end,
      lane = case when excluded.resolved_at is null then domain_exchangers.lane else excluded.lane end,
      resolved_at = coalesce(excluded.resolved_at, domain_exchangers.resolved_at)`)
}

/** Puts the e-mails of a wave that have not left on the lane of their domain. */
export const followLanes = (db: Database, waveId: string) =>
  db.execute(sql`
    update deliveries d set lane = x.lane from domain_exchangers x
    where d.wave_id = ${waveId} and d.channel = 'email' and d.state = 'rendered'
      and x.domain = ${domainSql} and x.lane <> d.lane`)
