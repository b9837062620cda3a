import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq, sql } from 'drizzle-orm'
import type { Config } from '#platform/config.ts'
import { newId } from '#platform/ids.ts'
import type { LaneTerms, Mail, Receipt, Transport } from '#platform/mail/mail.ts'
import { readReply } from '#platform/mail/smtp-reply.ts'
import type { World } from '#platform/world.ts'
import { launchReadyWave } from '#test/ready-wave.ts'
import { addTownHalls, foundProgramme } from '#test/town-halls.ts'
import { fakeDns, freshWorld, type Names } from '#test/world.ts'
import { restart } from '../lanes/lanes.queries.ts'
import { listMessages, saveMessage, seedMessages } from '../messages/messages.queries.ts'
import { opposeTownHall } from '../oppositions/oppose.action.ts'
import { insertWave, pauseWave, setWaveRate } from '../waves/waves.queries.ts'
import { deliveries } from './deliveries.tables.ts'
import { claim } from './ledger.queries.ts'
import { handOverAll } from './send-delivery.action.ts'
import { sendWave } from './send-wave.job.ts'

const start = new Date('2026-11-02T09:00:00Z')
let now = start
const after = (minutes: number) => new Date(start.getTime() + minutes * 60_000)

const base = await freshWorld({ clock: () => now })
const { db } = base
const { programmeId } = await foundProgramme(db)
const townHalls = Array.from({ length: 60 }, (_, rank) => ({
  insee: String(59100 + rank),
  name: `Village ${rank}`,
  postalCodes: ['59000'],
  emails: [rank < 56 ? `mairie@village${rank}.example` : `mairie${rank}@wanadoo.fr`],
}))
await addTownHalls(db, programmeId, townHalls)
await seedMessages(db, start)
const [message] = (await listMessages(db)).filter(({ name }) => name.includes('courriel'))

/** A relay that answers as it is told, and remembers what it was handed and on which terms. */
function relay(say: (mail: Mail) => string = () => '250 2.0.0 OK', step: Receipt['step'] = 'recipient') {
  const handed: { mail: Mail; terms: LaneTerms | undefined }[] = []
  const send: Transport['send'] = async (mail, terms) => {
    handed.push({ mail, terms })
    const answer = say(mail)
    const outcome = ({ 2: 'accepted', 4: 'refused-temporary', 5: 'refused-permanent' } as const)[
      answer[0] ?? ''
    ]
    return { outcome: outcome ?? 'uncertain', answer, step, ...readReply(answer) }
  }
  return { handed, mail: { name: 'relay', send, close: () => {} } satisfies Transport }
}

const withRelay = (mail: Transport, names: Names = {}): World => ({
  ...base,
  mail,
  dns: fakeDns(names),
  config: { ...base.config, smtpUrl: 'smtp://relay.example' } satisfies Config,
})

/** A wave of e-mails launched at nine, to the villages found; what earlier tests taught is forgotten. */
async function launched(search = 'village 1') {
  now = start
  await db.execute(sql`truncate lane_stops, send_rates, domain_exchangers, opposition_organisations, address_searches,
    deliveries, delivery_events, commune_stages cascade`)
  const id = newId()
  const filters = { q: search }
  const choices = {
    name: 'Vague',
    messageId: message?.id ?? '',
    channel: 'email',
    filters,
    recentDays: 0,
  } as const
  await insertWave(db, id, choices, 'Claire', start)
  const decision = await launchReadyWave(base, id, 'Claire')
  assert.deepEqual(decision.ok ? [] : decision, [])
  return id
}

const rowsOf = (waveId: string) =>
  db.select().from(deliveries).where(eq(deliveries.waveId, waveId)).orderBy(deliveries.id)
const countOf = async (waveId: string, state: string) =>
  (await rowsOf(waveId)).filter((row) => row.state === state).length
const stops = () =>
  db.execute<{ lane: string; why: string }>(sql`select lane, why from lane_stops where restarted_at is null`)

test('an e-mail is put on the lane of its domain at the launch, and on that of its exchanger before it leaves', async () => {
  const waveId = await launched('village')
  const atLaunch = Map.groupBy(await rowsOf(waveId), ({ lane }) => lane)
  const { mail, handed } = relay()

  await sendWave.run(
    { waveId },
    withRelay(mail, {
      mx: { 'village7.example': ['smtp-in.orange.fr'], 'village8.example': ['aspmx.l.google.com'] },
    }),
  )
  const lanes = new Map(handed.map(({ mail: { to }, terms }) => [to, terms]))

  assert.equal(atLaunch.get('orange')?.length, 4)
  assert.equal(atLaunch.get('default')?.length, 56)
  assert.deepEqual(lanes.get('mairie@village7.example'), {
    ...lanes.get('mairie56@wanadoo.fr'),
  })
  assert.deepEqual(
    [lanes.get('mairie56@wanadoo.fr')?.lane, lanes.get('mairie56@wanadoo.fr')?.connections],
    ['orange', 2],
  )
  assert.equal(lanes.get('mairie@village8.example')?.lane, 'google')
})

test('a directory of names out of reach stops nothing: the lane known before serves', async () => {
  const waveId = await launched()
  const { mail, handed } = relay()
  const silent = {
    mx: () => Promise.reject(new Error('ETIMEOUT')),
    txt: () => Promise.reject(new Error('ETIMEOUT')),
  }

  await sendWave.run({ waveId }, { ...withRelay(mail), dns: silent })

  assert.equal(handed.length, 11)
  assert.ok(handed.every(({ terms }) => terms?.lane === 'default'))
})

test('a lane has twenty messages a minute, and another process starts where this one stopped', async () => {
  const waveId = await launched('village')
  const { mail, handed } = relay()
  const onDefault = () => handed.filter(({ terms }) => terms?.lane === 'default').length
  const run = () => sendWave.run({ waveId }, withRelay(mail))

  await run()
  const first = onDefault()
  await run()
  const second = onDefault()
  now = after(1)
  await run()

  assert.deepEqual([first, second, onDefault()], [20, 20, 40])
})

test('a sending address that is new begins with fifty a day on each lane, and half as many again the next day', async () => {
  const waveId = await launched('village')
  const { mail, handed } = relay()
  const onDefault = () => handed.filter(({ terms }) => terms?.lane === 'default').length
  const allDay = async (from: number) => {
    for (const minutes of [0, 1, 2, 3, 4]) {
      now = after(from + minutes)
      await sendWave.run({ waveId }, withRelay(mail))
    }
  }

  await allDay(0)
  const first = onDefault()
  await allDay(24 * 60)

  assert.deepEqual([first, onDefault()], [50, 56])
})

test('a pause between the taking and the hand-over sends nothing, and what was taken goes back', async () => {
  const waveId = await launched()
  const token = newId()
  const ids = await claim(db, { waveId, lane: 'default', limit: 5, token, until: after(2) })
  await pauseWave(db, waveId, 'Claire', now)

  const begun = await handOverAll(
    base,
    ids.map((id) => ({ id, token })),
  )

  assert.equal(ids.length, 5)
  assert.deepEqual(begun.filter(Boolean), [])
  assert.equal(await countOf(waveId, 'rendered'), 11)
})

test('an opposition between the taking and the hand-over is honoured, for that town hall alone', async () => {
  const waveId = await launched()
  const token = newId()
  const ids = await claim(db, { waveId, lane: 'default', limit: 3, token, until: after(2) })
  const [opposed] = await rowsOf(waveId).then((rows) => rows.filter(({ id }) => id === ids[0]))
  await opposeTownHall(db, {
    insee: opposed?.insee ?? '',
    channel: 'all',
    topic: 'all',
    origin: 'téléphone',
    at: now,
  })

  const begun = await handOverAll(
    base,
    ids.map((id) => ({ id, token })),
  )

  assert.deepEqual(
    begun.map((delivery) => delivery?.id),
    [undefined, ids[1], ids[2]],
  )
})

test('a wave slowed to three a minute keeps that pace in another process, and is let go again', async () => {
  const waveId = await launched()
  const { mail, handed } = relay()
  const run = () => sendWave.run({ waveId }, { ...base, mail: { ...mail, name: 'outbox' } })
  await setWaveRate(db, waveId, 3)

  await run()
  const first = handed.length
  await run()
  const another = handed.length
  now = after(1)
  await run()
  const later = handed.length
  await setWaveRate(db, waveId, null)
  await run()

  assert.deepEqual([first, another, later, handed.length], [3, 3, 6, 11])
})

test('an address that its own server calls dead is refused for good, and opens the search of another', async () => {
  const waveId = await launched()
  const { mail } = relay(({ to }) =>
    to === 'mairie@village10.example' ? '550 5.1.1 No such user' : '250 OK',
  )

  await sendWave.run({ waveId }, withRelay(mail))
  const [dead] = (await rowsOf(waveId)).filter(({ state }) => state === 'refused_permanent')
  const searches = await db.execute(sql`select insee, address, channel, delivery_id from address_searches`)

  assert.equal(dead?.address, 'mairie@village10.example')
  assert.deepEqual(
    [...searches],
    [{ insee: dead?.insee, address: dead?.address, channel: 'email', delivery_id: dead?.id }],
  )
})

test('refusals of policy blame no recipient, and the third stops the lane until a person starts it again', async () => {
  const waveId = await launched()
  const { mail, handed } = relay(() => '550 5.7.1 Message refused', 'after-data')

  await sendWave.run({ waveId }, withRelay(mail))
  const refused = await countOf(waveId, 'refused_temporary')
  now = after(90)
  await sendWave.run({ waveId }, withRelay(mail))
  const [stop] = await stops()

  assert.deepEqual({ ...stop }, { lane: 'default', why: 'policy' })
  assert.ok(refused >= 3 && refused <= 4, `two hands had at most one more under way: ${refused}`)
  assert.equal(await countOf(waveId, 'refused_permanent'), 0)
  assert.equal((await db.execute(sql`select from address_searches`)).length, 0)
  assert.equal(handed.filter(({ terms }) => terms?.lane === 'default').length, refused)

  await restart(db, 'default', 'Claire', now)
  const mended = relay()
  await sendWave.run({ waveId }, withRelay(mended.mail))
  assert.equal(await countOf(waveId, 'accepted'), 11)
})

test('one refusal of policy among good answers is told and stops nothing', async () => {
  const waveId = await launched()
  const { mail } = relay(({ to }) => (to.includes('village12') ? '550 5.7.26 Not authenticated' : '250 OK'))

  await sendWave.run({ waveId }, withRelay(mail))
  const told = await db.execute(
    sql`select from delivery_events where kind = 'refused-for-us' and delivery_id in
        (select id from deliveries where wave_id = ${waveId})`,
  )

  assert.equal(told.length, 1)
  assert.equal((await stops()).length, 0)
  assert.equal(await countOf(waveId, 'accepted'), 10)
})

test('a refusal of who we are stops the lane at once', async () => {
  const waveId = await launched()
  const { mail } = relay(() => '535 5.7.8 Authentication failed', 'sender')

  await sendWave.run({ waveId }, withRelay(mail))
  const [stop] = (await stops()).filter(({ lane }) => lane === 'default')

  assert.equal(stop?.why, 'our-side')
  assert.equal(await countOf(waveId, 'refused_permanent'), 0)
  assert.ok((await countOf(waveId, 'rendered')) >= 7)
})

test('a receiver that finds us too fast has one connection and half the rate for a quarter of an hour', async () => {
  const waveId = await launched('village')
  const busy = relay(({ to }) =>
    to.includes('village5') ? '421 4.7.0 Trop de connexions OFR004_104' : '250 OK',
  )
  await sendWave.run({ waveId }, withRelay(busy.mail))
  const [slowed] = await db.execute<{ slowed_to: number; slowed_until: string }>(
    sql`select slowed_to, slowed_until from send_rates where lane = 'default'`,
  )
  const calm = relay()
  now = after(1)
  await sendWave.run({ waveId }, withRelay(calm.mail))
  const terms = calm.handed.find(({ terms }) => terms?.lane === 'default')?.terms

  assert.ok(slowed && slowed.slowed_to <= 10)
  assert.deepEqual(new Date(slowed.slowed_until), after(15))
  assert.equal(terms?.connections, 1)
})

test('a refusal without a clear reason is tried once more, then left to a person', async () => {
  const waveId = await launched()
  const { mail } = relay(({ to }) =>
    to.includes('village11') ? '550 5.5.0 Requested action not taken' : '250 OK',
  )
  await sendWave.run({ waveId }, withRelay(mail))
  const once = await countOf(waveId, 'refused_temporary')
  now = after(4 * 60)
  await sendWave.run({ waveId }, withRelay(mail))

  assert.equal(once, 1)
  assert.equal(await countOf(waveId, 'refused_permanent'), 1)
  assert.equal((await db.execute(sql`select from address_searches`)).length, 0)
})

test('a message edited during its wave changes nothing to what leaves', async () => {
  const waveId = await launched()
  const { mail, handed } = relay()
  await setWaveRate(db, waveId, 2)
  await sendWave.run({ waveId }, withRelay(mail))
  const edited = {
    name: message?.name ?? '',
    subject: 'Autre objet',
    body: 'Autre texte.',
    signature: 'Autre',
  }
  await saveMessage(db, message?.id ?? '', edited, 'Claire', now)
  await setWaveRate(db, waveId, null)
  await sendWave.run({ waveId }, withRelay(mail))

  assert.equal(handed.length, 11)
  assert.ok(
    handed.every(({ mail: { subject, text, html } }) => !/Autre (objet|texte)/.test(subject + text + html)),
  )
})
