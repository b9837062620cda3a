import { sql } from 'drizzle-orm'
import { test } from 'node:test'
import { openDoor } from '#test/visit.ts'
import { newId } from '#platform/ids.ts'
import { launchWave } from './src/modules/outreach/waves/launch-wave.action.ts'
import { prepareLaunch } from './src/modules/outreach/waves/prepare-launch.action.ts'
import { findWave, insertWave, listWaves } from './src/modules/outreach/waves/waves.queries.ts'
import { sendWave } from './src/modules/outreach/deliveries/send-wave.job.ts'
import { listDeliveries, tallyOf } from './src/modules/outreach/deliveries/deliveries.queries.ts'
test('france', { timeout: 600000 }, async () => {
  const door = await openDoor()
  const { world } = door; const { db } = world
  const programmeId = newId()
  await db.execute(sql`insert into programmes (id, name, operator_id, association_id, founded_at, founded_by)
    values (${programmeId}, 'P', ${door.organisationId('operator')}, ${door.organisationId('association')}, now(), 'C')`)
  await db.execute(sql`insert into perimeter_communes select ${programmeId}, insee from communes where ended_on is null`)
  await db.execute(sql`insert into contact_points (id, insee, kind, value, rank, source, source_date, imported_at)
    select gen_random_uuid(), c.insee, 'email', 'mairie@c' || c.insee || '.example', 1, 'Annuaire', '2026-01-01', now() from communes c where right(insee,1) < '5'`)
  await db.execute(sql`analyze`)
  const [m] = await db.execute<{id:string}>(sql`select id from messages where name like '%lettre%'`)
  const id = newId()
  await insertWave(db, id, { name: 'France', messageId: m?.id ?? '', channel: 'email-first', filters: {}, recentDays: 30 }, 'C', new Date())
  const time = async (name: string, run: () => Promise<unknown>) => { const t = performance.now(); const r = await run(); console.log(name, Math.round(performance.now()-t), 'ms', Math.round(process.memoryUsage().rss/1e6), 'MB'); return r }
  console.log('before', Math.round(process.memoryUsage().rss/1e6)); const plan = await prepareLaunch(db, world, await findWave(db, id)); for (const l of plan.lines) if (!l.isReady) console.log(l.id, l.sentence.slice(0,300));
  await time('prepare', async () => prepareLaunch(db, world, await findWave(db, id)))
  console.log(await time('launch', () => launchWave(world, id, 'C')) && JSON.stringify(await tallyOf(db, id)))
  await time('tally', () => tallyOf(db, id))
  await time('list page', () => listDeliveries(db, { waveId: id }, { sort: 'commune', isDescending: false }, 3))
  await time('waves', () => listWaves(db))
  await db.execute(sql`update waves set paused_at = null`)
  const t = performance.now(); let n = 0
  const { sendSome } = await import('./src/modules/outreach/deliveries/send-wave.job.ts')
  for (let k = 0; k < 30; k++) n += await sendSome(world, id, 'default')
  console.log('sent', n, Math.round(performance.now()-t), 'ms')
})
