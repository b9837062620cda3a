import { sql } from 'drizzle-orm'
import { connect, type Database } from '#platform/database/database.ts'
import { migrate } from '#platform/database/migrate.ts'
import { newId } from '#platform/ids.ts'
import { launchReadyWave } from '#test/ready-wave.ts'
import { foundProgramme } from '#test/town-halls.ts'
import { worldOn } from '#test/world.ts'
import { listMessages, seedMessages } from '../../src/modules/outreach/messages/messages.queries.ts'
import { insertWave } from '../../src/modules/outreach/waves/waves.queries.ts'
import { benchWorld } from './world.ts'

/** Fills a database with a programme of so many town halls, each with its own e-mail; a third are at Orange. */
export async function fillTemplate(url: string, townHalls: number) {
  const { db, sql: plain, close } = connect(url, { max: 2 })
  await migrate(plain)
  const { programmeId } = await foundProgramme(db)
  await db.execute(sql`
    insert into communes (insee, name, name_type, search_name, departement, region, postal_codes, population, source, source_date)
    select '59' || lpad(n::text, 3, '0'), 'Ville' || n, 0, 'ville' || n, '59', '32', array['59000'], 1000, 'INSEE', '2026-01-01'
    from generate_series(0, ${townHalls - 1}) n`)
  await db.execute(
    sql`insert into perimeter_communes (programme_id, insee) select ${programmeId}, insee from communes`,
  )
  await db.execute(sql`
    insert into contact_points (id, insee, kind, value, rank, source, source_date, imported_at)
    select gen_random_uuid(), insee, 'email',
      'mairie@' || search_name || case when right(insee, 1) in ('0', '1', '2') then '.wanadoo.fr' else '.example' end, 1,
      'Annuaire de l’administration', current_date, now()
    from communes`)
  await openLanes(db)
  await seedMessages(db, new Date())
  await close()
}

/** What the lanes bear here: the sink is ours. */
const openLanes = (db: Database) =>
  db.execute(sql`
    insert into lane_limits (id, lane, connections, messages_per_connection, per_minute, valid_from, source, checked_on, recorded_at)
    select gen_random_uuid(), name, case name when 'orange' then 2 else 4 end, 100, 100000, current_date, 'crash bench',
      current_date, now() from lanes`)

export async function launchWaveOn(db: Database, patience: number) {
  const world = worldOn(db, { config: benchWorld(db, { patience }).config })
  const message = (await listMessages(db)).find(({ name }) => name.includes('courriel'))
  const id = newId()
  const choices = { name: 'Vague', messageId: message?.id ?? '', channel: 'email', filters: {} } as const
  await insertWave(db, id, { ...choices, recentDays: 0 }, 'Claire', new Date())
  const decision = await launchReadyWave(world, id)
  if (!decision.ok) throw new Error(`the wave was not launched: ${decision.reason}`)
  return id
}

/** The time that passes for people: retries come due, lanes slowed or stopped are started again by a named person. */
export async function letTimePass(db: Database) {
  await db.execute(
    sql`update deliveries set retry_at = now() where state = 'refused_temporary' and retry_at > now()`,
  )
  await db.execute(
    sql`update send_rates set slowed_until = null, slowed_to = null where slowed_until is not null`,
  )
  await db.execute(sql`
    update lane_stops set restarted_at = now(), restarted_by = 'Claire'
    where restarted_at is null and since < now() - interval '1 second'`)
}

/** How many deliveries of a wave stand in each state. */
export async function countStates(db: Database, waveId: string): Promise<Record<string, number>> {
  const rows = await db.execute<{ state: string; n: number }>(
    sql`select state, count(*)::int as n from deliveries where wave_id = ${waveId} group by state`,
  )
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]))
}

export const unfinished = (counts: Record<string, number>) =>
  ['planned', 'rendered', 'claimed', 'in_flight', 'refused_temporary'].reduce(
    (sum, state) => sum + (counts[state] ?? 0),
    0,
  )
