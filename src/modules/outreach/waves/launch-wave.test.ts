import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { recordFact } from '#modules/journal/index.ts'
import { newId } from '#platform/ids.ts'
import { launchReadyWave, readyWave } from '#test/ready-wave.ts'
import { addTownHalls, foundProgramme, villages } from '#test/town-halls.ts'
import { freshWorld } from '#test/world.ts'
import { deliveriesOfCommune, listDeliveries, tallyOf } from '../deliveries/deliveries.queries.ts'
import { audienceOf } from '../deliveries/delivery.ts'
import { emailOf } from '../deliveries/email-of.action.ts'
import { markAnswered } from '../deliveries/mark-answered.action.ts'
import { sendWave } from '../deliveries/send-wave.job.ts'
import { findMessage, listMessages, saveMessage, seedMessages } from '../messages/messages.queries.ts'
import { opposeTownHall } from '../oppositions/oppose.action.ts'
import { excludePastRetention } from './exclude-past-retention.action.ts'
import { prepareLaunch } from './prepare-launch.action.ts'
import {
  findWave,
  frozenMessage,
  insertHandExclusion,
  insertWave,
  type WaveChoices,
} from './waves.queries.ts'

let now = new Date('2026-11-02T09:00:00Z')
const world = await freshWorld({ clock: () => now })
const { db } = world
const { programmeId, operatorId } = await foundProgramme(db)
await addTownHalls(db, programmeId, [
  ...villages,
  {
    insee: '59153',
    name: 'Condé-sur-l’Escaut',
    postalCodes: ['59163'],
    address: '1 place Pierre Delcourt\n59163 CONDE SUR L ESCAUT',
  },
])
await seedMessages(db, now)
const messages = await listMessages(db)
const courriel = messages.find(({ name }) => name.includes('courriel'))?.id ?? ''

async function draft(choices: Partial<WaveChoices> = {}) {
  const id = newId()
  const usual: WaveChoices = {
    name: 'Vague',
    messageId: courriel,
    channel: 'email-first',
    filters: {},
    recentDays: 30,
  }
  await insertWave(db, id, { ...usual, ...choices }, 'Claire', now)
  return id
}
const inSixWeeks = () => {
  now = new Date(now.getTime() + 42 * 24 * 3600 * 1000)
}
/** What is still red once everybody has done their part. */
const redLines = async (id: string) => {
  await readyWave(world, id)
  return (await prepareLaunch(db, world, await findWave(db, id))).lines.filter(({ isReady }) => !isReady)
}
const allRows = (waveId: string) => listDeliveries(db, { waveId }, { sort: 'commune', isDescending: false })

test('a launch freezes one row for each town hall of the perimeter, by e-mail, by letter or left out', async () => {
  inSixWeeks()
  const id = await draft()
  await insertHandExclusion(db, {
    waveId: id,
    insee: '59092',
    reason: 'déjà rencontrée',
    excludedBy: 'Claire',
  })
  const decision = await launchReadyWave(world, id, 'Claire')

  assert.equal(decision.ok, true)
  const rows = await allRows(id)
  assert.deepEqual(
    rows.map(({ addressee, channel, state, reason }) => [addressee, channel, state, reason]),
    [
      ['Abscon', 'email', 'rendered', null],
      ['Aubry-du-Hainaut', 'email', 'rendered', null],
      ['Bouchain', 'none', 'excluded', 'excluded-by-hand'],
      ['Condé-sur-l’Escaut', 'letter', 'planned', null],
      ['Denain', 'email', 'rendered', null],
    ],
  )
  assert.equal(audienceOf(await tallyOf(db, id)), 5)
})

test('two people who launch at once launch once, and the second is told so', async () => {
  inSixWeeks()
  const id = await draft()
  const decisions = await Promise.all([
    launchReadyWave(world, id, 'Claire'),
    launchReadyWave(world, id, 'Karim'),
  ])

  assert.deepEqual(decisions.map(({ ok }) => ok).sort(), [false, true])
  assert.deepEqual(
    decisions.find(({ ok }) => !ok),
    { ok: false, reason: 'already-launched' },
  )
  assert.equal((await allRows(id)).length, 5)
})

test('two waves launched at once never write to the same town hall', async () => {
  inSixWeeks()
  const ids = [await draft(), await draft()]
  const decisions = await Promise.all(ids.map((id) => launchReadyWave(world, id, 'Claire')))

  assert.equal(decisions.filter(({ ok }) => ok).length, 1)
  assert.deepEqual(
    decisions.find(({ ok }) => !ok),
    { ok: false, reason: 'not-ready' },
  )
})

test('what was sent does not change when the message is edited after the launch', async () => {
  inSixWeeks()
  const id = await draft()
  await launchReadyWave(world, id, 'Claire')
  const before = await frozenMessage(db, id)
  const { subject, body, signature, name } = await findMessage(db, courriel)
  await saveMessage(db, courriel, { name, subject: 'Autre objet', body, signature }, 'Karim', now)

  assert.deepEqual(await frozenMessage(db, id), before)
  await saveMessage(db, courriel, { name, subject, body, signature }, 'Karim', now)
})

test('a message without its legal block, or with an unknown variable, is not launched', async () => {
  inSixWeeks()
  const wrong = newId()
  await saveMessage(
    db,
    wrong,
    { name: 'Brouillon', subject: 'Bonjour', body: 'Bonjour {{comune}}', signature: '' },
    'Karim',
    now,
  )
  const id = await draft({ messageId: wrong })

  const [line, ...others] = await redLines(id)
  assert.deepEqual([line?.id, ...others.map(({ id: other }) => other)], ['message', 'notice'])
  assert.match(line?.sentence ?? '', /mentions légales manquent/)
  assert.match(line?.sentence ?? '', /\{\{comune\}\} n’existe pas/)
  assert.deepEqual(await launchReadyWave(world, id, 'Claire'), { ok: false, reason: 'not-ready' })
})

test('a variable that is empty for some town halls is refused, naming them', async () => {
  inSixWeeks()
  const withMayor = newId()
  const body = 'Bonjour {{maire}}\n\n{{mentions_legales}}'
  await saveMessage(
    db,
    withMayor,
    { name: 'Au maire', subject: 'Bonjour', body, signature: '' },
    'Karim',
    now,
  )
  const id = await draft({ messageId: withMayor, filters: { q: 'aubry' } })

  const [line] = await redLines(id)
  assert.equal(line?.id, 'variables')
  assert.equal(line?.sentence, '{{maire}} est vide pour Aubry-du-Hainaut.')
})

test('a wave for nobody is not launched', async () => {
  const id = await draft({ filters: { population: '500000-' } })

  assert.equal((await redLines(id))[0]?.id, 'audience')
})

test('coordinates that the legal notice needs are asked for before the launch', async () => {
  inSixWeeks()
  await db.execute(
    sql`update organisations set dpo_email = null, postal_address = '' where id = ${operatorId}`,
  )
  const id = await draft()
  const [line] = await redLines(id)
  await db.execute(sql`update organisations set dpo_email = 'dpo@operator.example',
    postal_address = ${'14 rue Jeanne Maillotte\n59000 Lille'} where id = ${operatorId}`)

  assert.equal(line?.id, 'coordinates')
  assert.match(line?.sentence ?? '', /l’adresse postale de l’opérateur et l’adresse du délégué/)
})

test('an address line that does not fit the window is told before the launch, naming the commune', async () => {
  inSixWeeks()
  await addTownHalls(db, programmeId, [
    {
      insee: '59999',
      name: 'Villelongue',
      address: 'Résidence de la très longue promenade du château\n1 rue du Puits\n59999 VILLELONGUE',
    },
  ])
  const id = await draft({ filters: { q: 'villelongue' } })
  const [line] = await redLines(id)
  await db.execute(sql`delete from contact_points where insee = '59999'`)
  await db.execute(sql`delete from perimeter_communes where insee = '59999'`)

  assert.equal(line?.id, 'window')
  assert.match(line?.sentence ?? '', /Villelongue/)
})

test('the e-mail that leaves names the town hall, carries its code, its notice and the way to refuse', async () => {
  inSixWeeks()
  const id = await draft({ filters: { q: 'abscon' } })
  await launchReadyWave(world, id, 'Claire')
  const [row] = await allRows(id)
  assert.ok(row)
  const frozen = { ...(await frozenMessage(db, id)), signature: 'Claire Delattre\nCentre de gestion' }
  const mail = emailOf(world.config, { ...row, addressSource: 'Annuaire' }, frozen)

  assert.match(mail.subject, /d’Abscon/)
  assert.equal(mail.from, '"Centre de gestion du Nord" <beffroi@localhost>')
  assert.match(mail.replyTo, /^beffroi\+r-[0-9a-z]{58}@localhost$/)
  assert.match(mail.envelopeFrom, /^beffroi\+b-[0-9a-z]{58}@localhost$/)
  assert.match(
    mail.headers['List-Unsubscribe'] ?? '',
    /^<http:\/\/localhost:3000\/o\/[0-9a-z]{58}>, <mailto:beffroi\+r-[^>]+\?subject=desinscription%20[0-9a-z]{58}>$/,
  )
  assert.equal(mail.headers['List-Unsubscribe-Post'], 'List-Unsubscribe=One-Click')
  assert.ok(!('Auto-Submitted' in mail.headers))
  assert.match(mail.text, /Claire Delattre\nCentre de gestion/)
  assert.match(mail.text, /Source\s: Annuaire/)
  assert.ok(mail.text.indexOf('Claire Delattre') < mail.text.indexOf('Qui vous écrit'))
  assert.match(mail.html, /http:\/\/localhost:3000\/r\//)
})

test('a town hall that answers is not written to any more, by no wave', async () => {
  inSixWeeks()
  const first = await draft({ filters: { q: 'denain' } })
  await launchReadyWave(world, first, 'Claire')
  await sendWave.run({ waveId: first }, world)
  inSixWeeks()
  const reminder = await draft({ filters: { q: 'denain' } })
  await launchReadyWave(world, reminder, 'Claire')

  const [sent] = await allRows(first)
  await markAnswered(db, { insee: '59172', at: now, deliveryId: sent?.id })
  await markAnswered(db, { insee: '59172', at: now, deliveryId: sent?.id })

  const [kept] = await allRows(reminder)
  assert.deepEqual(
    [(await allRows(first))[0]?.state, kept?.state, kept?.reason],
    ['replied', 'excluded', 'answered'],
  )
  inSixWeeks()
  const later = await draft({ filters: { q: 'denain' } })
  assert.equal((await prepareLaunch(db, world, await findWave(db, later))).recipients.length, 0)
})

test('a town hall that opposes is taken out of the waves under way and of those to come', async () => {
  inSixWeeks()
  const id = await draft({ filters: { q: 'bouchain' } })
  await launchReadyWave(world, id, 'Claire')
  const opposed = { insee: '59092', channel: 'all', origin: 'page de réponse', at: now } as const
  await db.transaction((tx) => opposeTownHall(tx, opposed))
  await db.transaction((tx) => opposeTownHall(tx, opposed))

  const [row] = await allRows(id)
  assert.deepEqual([row?.state, row?.reason], ['excluded', 'opposed'])
  assert.equal((await deliveriesOfCommune(db, '59092'))[0]?.wave, 'Vague')
  const [told] = await db.execute<{ n: number }>(
    sql`select count(*)::int as n from journal_entries where insee = '59092' and kind = 'opposition'`,
  )
  assert.equal(told?.n, 1)
})

test('a town hall silent for three years is named, and taken out of the wave in one gesture', async () => {
  inSixWeeks()
  const old = new Date(now.getTime() - 4 * 365 * 24 * 3600 * 1000)
  await addTownHalls(db, programmeId, [
    { insee: '59998', name: 'Oubliville', postalCodes: ['59000', '59001'], emails: ['mairie@oubli.example'] },
  ])
  await db.execute(
    sql`update contact_points set imported_at = ${old.toISOString()}::timestamptz where insee = '59998'`,
  )
  const id = await draft({ filters: { q: 'oubliville' } })
  const line = async () => (await redLines(id)).find(({ id: name }) => name === 'retention')

  assert.match((await line())?.sentence ?? '', /Oubliville/)
  await recordFact(db, { insee: '59998', at: now, kind: 'letter-posted', sentence: 'Notre lettre' })
  assert.match((await line())?.sentence ?? '', /Oubliville/)

  assert.deepEqual(await excludePastRetention(world, id, 'Claire'), { ok: true, value: 1 })
  assert.deepEqual(await excludePastRetention(world, id, 'Claire'), { ok: true, value: 0 })
  const [row] = (await prepareLaunch(db, world, await findWave(db, id))).audience
  assert.ok(row && 'excluded' in row)
  assert.deepEqual(row.excluded, { reason: 'past-retention', detail: old.toISOString() })
})

test('a call from the town hall keeps its coordinates three more years', async () => {
  await recordFact(db, { insee: '59998', at: now, kind: 'heard-call', sentence: 'Appel de la mairie' })
  const id = await draft({ filters: { q: 'oubliville' } })
  const red = await redLines(id)
  await db.execute(sql`delete from perimeter_communes where insee = '59998'`)

  assert.deepEqual(
    red.map(({ id: name }) => name).filter((name) => name === 'retention'),
    [],
  )
})

test('an address of which nobody knows the source is named', async () => {
  await db.execute(sql`update contact_points set source = '' where insee = '59002'`)
  const id = await draft({ filters: { q: 'abscon' } })
  const red = await redLines(id)
  await db.execute(
    sql`update contact_points set source = 'Annuaire de l’administration' where insee = '59002'`,
  )

  assert.match(red.find(({ id: name }) => name === 'sources')?.sentence ?? '', /Abscon/)
})
