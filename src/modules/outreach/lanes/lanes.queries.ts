import { asc, desc, eq, sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { moment } from '#platform/database/moment.ts'
import { NotFound } from '#platform/http/refusals.ts'
import { newId } from '#platform/ids.ts'
import { suffixesInForce } from './domains.queries.ts'
import { laneOf } from './lane-of.ts'
import { laneLimits, laneStops, laneSuffixes, lanes } from './lanes.tables.ts'
import { termsInForce } from './terms.queries.ts'

export type LaneLimit = typeof laneLimits.$inferSelect
export type LaneStop = typeof laneStops.$inferSelect

/** A lane as the screens show it: its limit in force, what it sent today, whom it serves, why it is stopped. */
export type LaneStanding = Awaited<ReturnType<typeof laneStandings>>[number]

/** Where every lane stands for a sender, in their order. */
export async function laneStandings(db: Database, sender: string, now: Date) {
  const [known, townHalls] = await Promise.all([
    db.select().from(lanes).orderBy(asc(lanes.rank)),
    townHallsByLane(db),
  ])
  return Promise.all(
    known.map(async ({ name, label }) => ({
      name,
      label,
      townHalls: townHalls.get(name) ?? 0,
      terms: await termsInForce(db, name, sender, now),
      limit: await limitInForce(db, name, now),
      stop: await openStop(db, name),
      alerts: await alertsOf(db, name),
    })),
  )
}

/** One lane; throws NotFound. */
export async function findLane(db: Database, name: string) {
  const [lane] = await db.select().from(lanes).where(eq(lanes.name, name))
  if (!lane) throw new NotFound('Cette voie d’envoi n’existe pas.')
  return lane
}

/** The town halls of the perimeter on each lane, by the address they are written to first. */
async function townHallsByLane(db: Database) {
  const suffixes = await suffixesInForce(db)
  const rows = await db.execute<{ domain: string; lane: string | null; n: number }>(sql`
    with firsts as (
      select distinct on (p.insee) p.insee, lower(split_part(p.value, '@', 2)) as domain
      from contact_points p join perimeter_communes pc on pc.insee = p.insee
      where p.kind = 'email' and p.ended_at is null and p.value like '%@%' order by p.insee, p.rank, p.value)
    select f.domain, x.lane, count(*)::int as n from firsts f
    left join domain_exchangers x on x.domain = f.domain group by 1, 2`)
  const counts = new Map<string, number>()
  for (const { domain, lane, n } of rows) {
    const name = lane ?? laneOf(domain, [], suffixes)
    counts.set(name, (counts.get(name) ?? 0) + n)
  }
  return counts
}

async function limitInForce(db: Database, lane: string, now: Date): Promise<LaneLimit | undefined> {
  return (await listLimits(db, lane)).find(({ validFrom }) => new Date(validFrom) <= now)
}

/** The limits of a lane, the newest first: those of tomorrow too. */
export const listLimits = (db: Database, lane: string): Promise<LaneLimit[]> =>
  db
    .select()
    .from(laneLimits)
    .where(eq(laneLimits.lane, lane))
    .orderBy(desc(laneLimits.validFrom), desc(laneLimits.recordedAt))

export type NewLimit = Omit<LaneLimit, 'id'>

/** Adds a dated limit: none is ever edited. */
export const insertLimit = (db: Database, id: string, limit: NewLimit) =>
  db
    .insert(laneLimits)
    .values({ id, ...limit })
    .onConflictDoNothing()

async function openStop(db: Database, lane: string): Promise<LaneStop | undefined> {
  return (await listStops(db, lane)).find(({ restartedAt }) => restartedAt === null)
}

/** Every time a lane was stopped, and who started it again, newest first. */
export const listStops = (db: Database, lane: string): Promise<LaneStop[]> =>
  db.select().from(laneStops).where(eq(laneStops.lane, lane)).orderBy(desc(laneStops.since))

/** A refusal that says something of us: who said it, when, in which words. */
export type LaneAlert = {
  readonly deliveryId: string
  readonly at: Date
  readonly answer: string
  readonly waveId: string
}

/** The refusals about us on a lane since it was last started again, the twenty newest. */
export const alertsOf = (db: Database, lane: string): Promise<LaneAlert[]> =>
  alerts(
    db,
    sql`d.lane = ${lane} and e.at >= coalesce((select max(restarted_at) from lane_stops where lane = ${lane}), '-infinity')`,
  )

/** Those that a wave met, whatever the lane, since each was last started again. */
export const alertsOfWave = (db: Database, waveId: string): Promise<LaneAlert[]> =>
  alerts(
    db,
    sql`d.wave_id = ${waveId} and e.at >= coalesce((select max(s.restarted_at) from lane_stops s where s.lane = d.lane), '-infinity')`,
  )

async function alerts(db: Database, which: ReturnType<typeof sql>): Promise<LaneAlert[]> {
  const rows = await db.execute<{ id: string; at: string; answer: string; wave_id: string }>(sql`
    select d.id, e.at, coalesce(e.detail ->> 'answer', '') as answer, d.wave_id
    from delivery_events e join deliveries d on d.id = e.delivery_id
    where e.kind = 'refused-for-us' and ${which} order by e.at desc limit 20`)
  return rows.map(({ id, at, answer, wave_id }) => ({
    deliveryId: id,
    at: new Date(at),
    answer,
    waveId: wave_id,
  }))
}

/** The lanes stopped on which a wave still has e-mails. */
export const stopsOfWave = (db: Database, waveId: string) =>
  db.execute<{ lane: string; label: string; evidence: string; n: number }>(sql`
    select l.name as lane, l.label, s.evidence, count(*)::int as n
    from lane_stops s join lanes l on l.name = s.lane
    join deliveries d on d.lane = s.lane and d.wave_id = ${waveId} and d.channel = 'email'
      and d.state in ('rendered', 'refused_temporary')
    where s.restarted_at is null group by 1, 2, 3`)

/** The suffixes in force, with where each was found. */
export const listSuffixes = (db: Database) =>
  db
    .selectDistinctOn([laneSuffixes.kind, laneSuffixes.suffix])
    .from(laneSuffixes)
    .orderBy(laneSuffixes.kind, laneSuffixes.suffix, desc(laneSuffixes.recordedAt))

export type ListedSuffix = Awaited<ReturnType<typeof listSuffixes>>[number]

/** Adds a suffix, and puts the domains already known on the lane it tells. */
export async function insertSuffix(db: Database, suffix: Omit<typeof laneSuffixes.$inferInsert, 'id'>) {
  await db.insert(laneSuffixes).values({ id: newId(), ...suffix })
  const suffixes = await suffixesInForce(db)
  const domains = await db.execute<{ domain: string; exchanger: string | null; lane: string }>(
    sql`select domain, exchanger, lane from domain_exchangers`,
  )
  const moved = domains.flatMap(({ domain, exchanger, lane }) => {
    const now = laneOf(domain, exchanger ? [exchanger] : [], suffixes)
    return now === lane ? [] : [{ domain, lane: now }]
  })
  await db.execute(sql`
    update domain_exchangers x set lane = m.lane
    from jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) as m (domain text, lane text) where x.domain = m.domain`)
}

/** The last hour at which the directory of names answered for anybody; undefined when it was never asked. */
export async function lastAsked(db: Database): Promise<Date | undefined> {
  const [row] = await db.execute<{ at: string | null }>(
    sql`select max(resolved_at) as at from domain_exchangers`,
  )
  return row?.at ? new Date(row.at) : undefined
}

/** A lane is started again by a named person, and what waited for it leaves at once. Gives the waves to wake. */
export async function restart(db: Database, lane: string, by: string, at: Date): Promise<string[]> {
  const stopped = await db.execute(sql`
    update lane_stops set restarted_at = ${moment(at)}, restarted_by = ${by}
    where lane = ${lane} and restarted_at is null returning id`)
  if (stopped.length === 0) return []
  const woken = await db.execute<{ wave_id: string }>(sql`
    with woken as (
      update deliveries set state = 'rendered', retry_at = null, reason = null, reason_detail = null
      where lane = ${lane} and state = 'refused_temporary' and reason = 'our-side' returning wave_id)
    select wave_id from woken union select wave_id from deliveries where lane = ${lane} and channel = 'email' and state = 'rendered'`)
  return woken.map(({ wave_id }) => wave_id)
}
