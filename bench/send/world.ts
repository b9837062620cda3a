import { sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { newId } from '#platform/ids.ts'
import { listSigningKeys, makeSigningKey, putKeyInUse } from '#platform/mail/signing-keys.ts'
import { launchReadyWave } from '#test/ready-wave.ts'
import { foundProgramme } from '#test/town-halls.ts'
import { worldOn } from '#test/world.ts'
import { loadReference } from '../../src/modules/communes/reference/load-reference.action.ts'
import { seedMessages } from '../../src/modules/outreach/messages/messages.queries.ts'
import { insertWave } from '../../src/modules/outreach/waves/waves.queries.ts'

export const connections = 10

/** The world of the bench: a sender that may be signed for, and a relay on this machine. */
export const benchWorld = (db: Database, smtpUrl?: string) =>
  worldOn(db, { config: { smtpUrl, mailFrom: 'campagne@cdg.example', mailReturns: 'retours@cdg.example' } })

/** Launches one wave of e-mails to so many real communes, under invented addresses; the sink bears what the machine bears. */
export async function launchBenchWave(db: Database, count: number) {
  const now = new Date()
  const world = benchWorld(db)
  await loadReference(db)
  const { programmeId } = await foundProgramme(db)
  await db.execute(sql`insert into perimeter_communes (programme_id, insee)
    select ${programmeId}, insee from communes where ended_on is null order by insee limit ${count}`)
  await db.execute(sql`
    insert into contact_points (id, insee, kind, value, rank, source, source_date, imported_at)
    select gen_random_uuid(), insee, 'email', 'mairie@commune-' || lower(insee) || '.example', 1, 'Annuaire', '2026-01-01', now()
    from perimeter_communes`)
  await db.execute(sql`
    insert into lane_limits (id, lane, connections, messages_per_connection, per_minute, warm_up_growth, valid_from, source, checked_on, recorded_at)
    values (${newId()}, 'default', ${connections}, 10000, 100000, 1, '2026-01-02', 'banc d’essai', '2026-01-02', now())`)
  await makeSigningKey(db, world.config.secret, 'cdg.example', 'bench', now)
  for (const { id } of await listSigningKeys(db, 'cdg.example')) await putKeyInUse(db, id, now)

  await seedMessages(db, now)
  const [message] = await db.execute<{ id: string }>(
    sql`select id from messages where name like '%courriel%'`,
  )
  const id = newId()
  const choices = {
    name: 'Banc',
    messageId: message?.id ?? '',
    channel: 'email',
    filters: {},
    recentDays: 0,
  } as const
  await insertWave(db, id, choices, 'bench', now)
  const decision = await launchReadyWave(world, id)
  if (!decision.ok) throw new Error(decision.reason)
  return id
}
