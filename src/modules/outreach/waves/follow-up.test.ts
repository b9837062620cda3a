import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { sql } from 'drizzle-orm'
import { newId } from '#platform/ids.ts'
import type { Mail, Receipt } from '#platform/mail/mail.ts'
import type { World } from '#platform/world.ts'
import { launchReadyWave } from '#test/ready-wave.ts'
import { addTownHalls, foundProgramme } from '#test/town-halls.ts'
import { freshWorld } from '#test/world.ts'
import { openAddressSearch } from '../address-searches/address-searches.queries.ts'
import { listDeliveries } from '../deliveries/deliveries.queries.ts'
import { markAnswered } from '../deliveries/mark-answered.action.ts'
import { recordEvent } from '../deliveries/record-event.action.ts'
import { sendWave } from '../deliveries/send-wave.job.ts'
import { lettersToTakeOut } from '../lots/lot.ts'
import { listLots, setPages, updateLot } from '../lots/lots.queries.ts'
import { markLot } from '../lots/mark-lot.action.ts'
import { listMessages, seedMessages } from '../messages/messages.queries.ts'
import { opposeTownHall } from '../oppositions/oppose.action.ts'
import { countStrata, listDrawn } from './draw.queries.ts'
import { drawWaves, randomOrder, stratumOf } from './draw.ts'
import { drawInWaves, fingerprint } from './draw-waves.action.ts'
import { planLaunch } from './plan-launch.action.ts'
import { findWave, insertWave, type WaveChoices } from './waves.queries.ts'

let now = new Date('2026-03-02T09:00:00Z')
const handed: string[] = []
let say: (mail: Mail) => Receipt = () => ({ outcome: 'accepted', answer: '250' })
const base = await freshWorld({ clock: () => now })
async function send(mail: Mail) {
  handed.push(mail.to)
  return say(mail)
}
const world: World = { ...base, mail: { name: 'outbox', close: () => {}, send } }
const { db } = world
const { programmeId } = await foundProgramme(db)
const townHalls = Array.from({ length: 12 }, (_, rank) => ({
  insee: String(59100 + rank),
  name: `Village ${String.fromCharCode(65 + rank)}`,
  postalCodes: [String(59200 + rank)],
  population: rank < 6 ? 300 : 5000,
  emails: rank < 9 ? [`mairie${rank}@v.example`] : [],
}))
await addTownHalls(db, programmeId, townHalls)
await seedMessages(db, now)
const message = (await listMessages(db)).find(({ name }) => name.includes('courriel'))?.id ?? ''

beforeEach(async () => {
  handed.length = 0
  say = () => ({ outcome: 'accepted', answer: '250' })
  now = new Date(now.getTime() + 86_400_000)
  await db.execute(sql`truncate waves, deliveries, delivery_events, lots, wave_members, wave_hand_exclusions,
    opposition_organisations, opposition_addresses, address_searches, commune_stages, journal_entries cascade`)
})

async function draft(choices: Partial<WaveChoices> = {}) {
  const id = newId()
  const usual = {
    name: 'Vague',
    messageId: message,
    channel: 'email-first',
    filters: {},
    recentDays: 0,
  } as const
  await insertWave(db, id, { ...usual, ...choices }, 'Claire', now)
  return id
}
async function launched(choices: Partial<WaveChoices> = {}) {
  const id = await draft(choices)
  const decision = await launchReadyWave(world, id)
  assert.ok(decision.ok, JSON.stringify(decision))
  await sendWave.run({ waveId: id }, world)
  return id
}
const rows = (waveId: string) => listDeliveries(db, { waveId }, { sort: 'commune', isDescending: false })
const inDays = (days: number) => {
  now = new Date(now.getTime() + days * 86_400_000)
}
async function posted(waveId: string, upTo: 'printed' | 'enclosed' | 'posted' = 'posted') {
  for (const { id } of await listLots(db, waveId)) {
    const letters = (await rows(waveId)).filter(({ lotId }) => lotId === id)
    await setPages(
      db,
      letters.map((letter, rank) => ({ id: letter.id, first: rank + 1, last: rank + 1 })),
    )
    await updateLot(db, id, { state: 'composed', checkedAt: now })
    for (const step of ['printed', 'enclosed', 'posted'] as const) {
      const posting = { on: now.toISOString().slice(0, 10), proof: '', takenOut: true }
      await markLot(world, id, { step, by: 'Claire', posting })
      if (step === upTo) break
    }
  }
}
async function plannedOf(waveId: string) {
  const { audience } = await planLaunch(db, world, await findWave(db, waveId))
  return new Map(
    audience.map((row) => [row.candidate.name, 'planned' in row ? row.planned.channel : row.excluded.reason]),
  )
}

test('a reminder goes to those reached who have not answered, and says why not to the others', async () => {
  const first = await launched({ filters: { q: 'village' } })
  await posted(first)
  const [a, b, c] = await rows(first)
  await db.transaction((tx) => markAnswered(tx, { insee: a?.insee ?? '', at: now }))
  await opposeTownHall(db, { insee: b?.insee ?? '', channel: 'all', origin: 'téléphone', at: now })
  await recordEvent(db, {
    source: 'relay',
    sourceEventId: '1',
    kind: 'complained',
    messageId: c?.messageId ?? '',
    at: now,
  })
  const reminder = await draft({ reminderOf: first, recentDays: 15 })
  const tooEarly = await plannedOf(reminder)
  inDays(16)
  const inTime = await plannedOf(reminder)

  assert.equal(tooEarly.get('Village D'), 'contacted-recently')
  assert.deepEqual(
    ['A', 'B', 'C', 'D', 'L'].map((letter) => inTime.get(`Village ${letter}`)),
    ['answered', 'opposed', 'complained', 'email', 'letter'],
  )
  assert.equal(inTime.size, 12)
})

test('a reminder of an e-mail that bounced goes by letter where the wave allows it', async () => {
  const first = await launched({ channel: 'email' })
  const [a] = await rows(first)
  await recordEvent(db, {
    source: 'relay',
    sourceEventId: '2',
    kind: 'bounced',
    messageId: a?.messageId ?? '',
    at: now,
  })
  const deadEnd = {
    insee: a?.insee ?? '',
    channel: 'email',
    address: a?.address ?? '',
    reason: '550',
    at: now,
  } as const
  await openAddressSearch(db, deadEnd)
  inDays(16)

  assert.equal(
    (await plannedOf(await draft({ reminderOf: first, recentDays: 15 }))).get('Village A'),
    'letter',
  )
  assert.equal(
    (await plannedOf(await draft({ reminderOf: first, recentDays: 15, channel: 'email' }))).get('Village A'),
    'dead-address',
  )
})

test('a delivery is reminded once, unless a person says otherwise', async () => {
  const first = await launched({ channel: 'email' })
  inDays(16)
  const reminder = await launched({ reminderOf: first, channel: 'email', recentDays: 15 })
  inDays(16)
  const again = await plannedOf(await draft({ reminderOf: first, channel: 'email', recentDays: 15 }))
  const ofReminder = await plannedOf(await draft({ reminderOf: reminder, channel: 'email', recentDays: 15 }))
  const wanted = await plannedOf(
    await draft({ reminderOf: first, channel: 'email', recentDays: 15, remindsAgain: true }),
  )

  assert.deepEqual(
    [again, ofReminder, wanted].map((planned) => planned.get('Village A')),
    ['already-reminded', 'already-reminded', 'email'],
  )
})

test('what has not left yet is not reminded', async () => {
  say = () => ({ outcome: 'refused-temporary', answer: '450' })
  const first = await launched({ channel: 'email' })

  assert.equal((await plannedOf(await draft({ reminderOf: first }))).get('Village A'), 'not-reached')
})

test('a human answer on any channel stops every other message at once, in all waves', async () => {
  say = () => ({ outcome: 'refused-temporary', answer: '450' })
  const emails = await launched({ channel: 'email' })
  const letters = await launched({ channel: 'letter', filters: { channel: 'none' } })
  await posted(letters, 'printed')
  const insees = ['59100', '59110']
  for (const insee of insees) await db.transaction((tx) => markAnswered(tx, { insee, at: now }))

  const all = [...(await rows(emails)), ...(await rows(letters))].filter(({ insee }) =>
    insees.includes(insee ?? ''),
  )
  const alive = all.filter(({ state }) => !['excluded', 'replied', 'answered'].includes(state))
  assert.ok(all.some(({ channel }) => channel === 'email') && all.some(({ channel }) => channel === 'letter'))
  assert.deepEqual(alive, [])
  assert.ok(lettersToTakeOut(await rows(letters)).some(({ insee }) => insee === '59110'))
})

test('a wave is cut by a draw that anyone can draw again, each week launched by itself', async () => {
  const id = await draft()
  const drawn = await drawInWaves(world, id, { size: 5, by: 'Claire' })
  const wave = await findWave(db, id)
  const weeks = await listDrawn(db, wave.drawSeed ?? '')
  const { audience } = await planLaunch(db, world, wave)
  const every = townHalls.map(({ insee, population }) => ({ insee, stratum: stratumOf({ population }) }))
  const redrawn = drawWaves(every, { seed: wave.drawSeed ?? '', size: 5, fingerprint })

  assert.equal(drawn.ok && drawn.value.waves, 3)
  assert.deepEqual(
    weeks.map(({ name }) => name),
    ['Vague, semaine 1 sur 3', 'Vague, semaine 2 sur 3', 'Vague, semaine 3 sur 3'],
  )
  assert.deepEqual(
    audience.map(({ candidate }) => candidate.insee),
    redrawn[0]?.map(({ insee }) => insee).sort(),
  )
  const strata = await Promise.all(weeks.map((week) => countStrata(db, week.id)))
  assert.ok(strata.flat().every(({ townHalls: n }) => n === 2))
  assert.deepEqual(await drawInWaves(world, id, { size: 2, by: 'Claire' }), {
    ok: false,
    reason: 'already-drawn',
  })
})

test('the e-mails of a wave leave in the order of its draw', async () => {
  const id = await launched({ channel: 'email' })
  const order = randomOrder(townHalls.slice(0, 9), id, fingerprint).flatMap(({ emails }) => emails)

  assert.deepEqual(handed, order)
  assert.notDeepEqual(handed, handed.toSorted())
})
