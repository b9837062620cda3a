import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { newId } from '#platform/ids.ts'
import { launchReadyWave } from '#test/ready-wave.ts'
import { addTownHalls, villages } from '#test/town-halls.ts'
import { openDoor, withoutFrance } from '#test/visit.ts'
import { deliveryToken } from '../deliveries/sign-token.action.ts'
import { isOpposed } from '../oppositions/oppositions.queries.ts'
import { insertWave } from '../waves/waves.queries.ts'
import { unsubscribe } from './unsubscribe.action.ts'

const door = await openDoor(withoutFrance)
const { world } = door
const { db } = world

const programmeId = newId()
await db.execute(sql`insert into programmes (id, name, operator_id, association_id, founded_at, founded_by)
  values (${programmeId}, 'Programme', ${door.organisationId('operator')}, ${door.organisationId('association')}, now(), 'Claire')`)
await addTownHalls(db, programmeId, villages)
const [message] = await db.execute<{ id: string }>(sql`select id from messages where name like '%courriel%'`)
const waveId = newId()
const choices = {
  name: 'Vague',
  messageId: message?.id ?? '',
  channel: 'email',
  filters: {},
  recentDays: 0,
} as const
await insertWave(db, waveId, choices, 'Claire', world.clock())
await launchReadyWave(world, waveId)

async function deliveryTo(insee: string) {
  const [row] = await db.execute<{ id: string; message_id: string; reply_code: string; address: string }>(
    sql`select id, message_id, reply_code, address from deliveries where insee = ${insee} and wave_id = ${waveId}`,
  )
  assert.ok(row)
  return { ...row, path: `/o/${deliveryToken(world.config.secret, row.message_id)}` }
}

/** Every row of every table, as a short print. */
async function printOfTables() {
  const tables = await db.execute<{ name: string }>(sql`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_schema in ('public', 'pgboss') and table_type = 'BASE TABLE' order by 1`)
  const prints = []
  for (const { name } of tables) {
    const [row] = await db.execute(sql`
      select count(*), coalesce(sum(hashtext(t::text)::bigint), 0) as sum from ${sql.raw(name)} t`)
    prints.push({ name, ...row })
  }
  return prints
}

/** As a mailbox's button posts: no cookie, no origin, no redirection followed (RFC 8058 §3.1). */
const oneClick = (path: string) =>
  world.ownDoor(path, { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) })

test('a thousand openings by a link scanner change nothing, of the unsubscription page as of the answer page', async () => {
  const { path, reply_code } = await deliveryTo('59002')
  const before = await printOfTables()

  const statuses = new Set<number>()
  for (let turn = 0; turn < 25; turn += 1) {
    const asked = Array.from({ length: 10 }, () => [path, `/r/${reply_code}`]).flat()
    const answers = await Promise.all(
      asked.flatMap((url) => [world.ownDoor(url), world.ownDoor(url, { method: 'HEAD' })]),
    )
    for (const { status } of answers) statuses.add(status)
  }

  assert.deepEqual([...statuses], [200])
  assert.deepEqual(await printOfTables(), before)
})

test('the page names the commune and nothing else, asks for one press and runs no script', async () => {
  const { path, address } = await deliveryTo('59002')

  const { status, text, headers } = await door.as('public').get(path)

  assert.equal(status, 200)
  assert.match(text, /la mairie d’Abscon/)
  assert.doesNotMatch(text, new RegExp(`<script|${address}`))
  assert.equal(headers.get('cache-control'), 'no-store')
})

test('the mailbox’s own button is honoured at once, for everything, and twice is once', async () => {
  const { id, path } = await deliveryTo('59032')

  const first = await oneClick(path)
  const again = await oneClick(path)
  const oppositions = await db.execute(
    sql`select channel, origin from opposition_organisations where insee = '59032'`,
  )
  const addresses = await db.execute(sql`select from opposition_addresses`)
  const events = await db.execute(
    sql`select from delivery_events where delivery_id = ${id} and kind = 'unsubscribed'`,
  )
  const [row] = await db.execute<{ state: string }>(sql`select state from deliveries where id = ${id}`)

  assert.deepEqual([first.status, again.status], [200, 200])
  assert.deepEqual([...oppositions], [{ channel: 'all', origin: 'désinscription en un clic' }])
  assert.equal(addresses.length, 1)
  assert.equal(events.length, 1)
  assert.equal(row?.state, 'excluded')
})

test('a person may refuse e-mails alone and say why, with or without being signed in', async () => {
  const { id, path } = await deliveryTo('59092')

  const { status, text } = await door.as('operator').post(path, { scope: 'email', reason: 'déjà équipés' })
  const [opposition] = await db.execute(
    sql`select channel, origin from opposition_organisations where insee = '59092'`,
  )

  assert.equal(status, 200)
  assert.match(text, /Plus aucun courriel ne partira vers la mairie de Bouchain/)
  assert.deepEqual({ ...opposition }, { channel: 'email', origin: 'page de désinscription : déjà équipés' })
  assert.equal(await isOpposed(db, id), true)
})

test('another site cannot make a signed-in person’s browser press the button', async () => {
  const { path } = await deliveryTo('59172')

  const { status } = await door.as('operator').postAsOldBrowser(path, new URLSearchParams({ scope: 'all' }))

  assert.equal(status, 403)
})

test('an address that the directory does not give for the town hall opposes for itself alone', async () => {
  const { path } = await deliveryTo('59172')
  await db.execute(
    sql`update contact_points set value = 'accueil@denain.example' where insee = '59172' and kind = 'email'`,
  )

  await oneClick(path)
  const townHalls = await db.execute(sql`select from opposition_organisations where insee = '59172'`)
  const addresses = await db.execute(sql`select from opposition_addresses`)

  assert.deepEqual([townHalls.length, addresses.length], [0, 3])
})

test('a link that was cut says so, changes nothing, and gives other ways', async () => {
  const { path } = await deliveryTo('59002')
  const before = await printOfTables()
  for (const wrong of [path.slice(0, -1), `${path.slice(0, -3)}aaa`, '/o/x']) {
    const page = await door.as('public').get(wrong)
    const posted = await oneClick(wrong)

    assert.deepEqual([page.status, posted.status], [404, 404])
    assert.match(page.text, /contact@operator\.example/)
  }

  assert.deepEqual(await printOfTables(), before)
})

test('the mail that asks for it is honoured by the same action', async () => {
  const { id, message_id } = await deliveryTo('59002')
  const token = deliveryToken(world.config.secret, message_id)

  const decision = await unsubscribe(world, token, { scope: 'all', origin: 'courriel de désinscription' })
  const unknown = await unsubscribe(world, `${token.slice(0, -1)}`, { scope: 'all', origin: 'x' })

  assert.deepEqual(decision, { ok: true, value: { deliveryId: id } })
  assert.deepEqual(unknown, { ok: false, reason: 'unknown-token' })
})
