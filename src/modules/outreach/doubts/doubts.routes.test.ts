import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { sql } from 'drizzle-orm'
import { newId } from '#platform/ids.ts'
import { launchReadyWave } from '#test/ready-wave.ts'
import { addTownHalls, villages } from '#test/town-halls.ts'
import { openDoor, withoutFrance } from '#test/visit.ts'
import { sendWave } from '../deliveries/send-wave.job.ts'
import { insertWave } from '../waves/waves.queries.ts'
import { listDoubts } from './doubts.queries.ts'

const door = await openDoor(withoutFrance)
const { world } = door
const { db } = world
const operator = door.as('operator')

const programmeId = newId()
await db.execute(sql`insert into programmes (id, name, operator_id, association_id, network_id, founded_at, founded_by)
  values (${programmeId}, 'Programme', ${door.organisationId('operator')}, ${door.organisationId('association')},
    ${door.organisationId('network')}, now(), 'Claire')`)
await addTownHalls(db, programmeId, villages)
const [message] = await db.execute<{ id: string }>(sql`select id from messages where name like '%courriel%'`)

test('without a doubt, the page says so', async () => {
  const { text } = await operator.get('/doubts')

  assert.match(text, /Aucun doute/)
})

test('every doubt is on the page with what happened to it, and leaves as a sheet', async () => {
  await fourDoubts()
  const { text } = await operator.get('/doubts')
  const found = await operator.get('/doubts?q=denain')
  const sheet = await operator.get('/doubts.csv')
  const ods = await operator.get('/doubts.ods')

  assert.match(text, /<strong>4.envois douteux<\/strong>/)
  assert.match(text, /Denain/)
  assert.match(text, /liaison coupée après le point final/)
  assert.match(found.text, /<strong>1.envoi douteux<\/strong>/)
  assert.equal(sheet.text.trim().split('\n').length, 5)
  assert.equal(ods.status, 200)
})

test('the network reads the doubts and settles none', async () => {
  const network = door.as('network')
  const { status, text } = await network.get('/doubts')
  const ruling = await network.post('/doubts/acceptances', { id: newId(), reason: 'x' })

  assert.equal(status, 200)
  assert.doesNotMatch(text, /Tenir pour arrivés/)
  assert.equal(ruling.status, 403)
})

test('a ruling without a choice or a reason says what is missing, and keeps what was typed', async () => {
  const nothing = await operator.post('/doubts/acceptances', { reason: 'vu' })
  const id = (await listDoubts(db))[0]?.id ?? ''
  const mute = await operator.post('/doubts/attempts', { id, reason: '' })

  assert.equal(nothing.status, 422)
  assert.match(nothing.text, /Choisissez au moins un envoi/)
  assert.match(nothing.text, /value="vu"/)
  assert.match(mute.text, /Dites pourquoi/)
  assert.match(mute.text, new RegExp(`value="${id}" form="ruling" checked`))
})

test('several doubts are settled at once, with a reason; one already settled changes nothing', async () => {
  const [first, second] = await listDoubts(db)
  const ids = [first?.id ?? '', second?.id ?? '']
  const done = await operator.post('/doubts/acceptances', { id: ids, reason: 'ils ont répondu' })
  const shown = await operator.get(done.location ?? '')
  const again = await operator.post('/doubts/acceptances', { id: ids, reason: 'ils ont répondu' })

  assert.equal(done.status, 303)
  assert.match(shown.text, /2.envois sont tenus pour arrivés/)
  assert.match(again.text, /ne sont plus douteux/)
  assert.equal((await listDoubts(db)).length, 2)
})

test('a doubt is sent again by a person, under their name', async () => {
  const [doubt] = await listDoubts(db)
  const done = await operator.post('/doubts/attempts', {
    id: doubt?.id ?? '',
    reason: 'le relais était en panne',
  })

  assert.match((await operator.get(done.location ?? '')).text, /1.envoi repart, à votre nom/)
  assert.match(
    (await operator.get(`/deliveries/${doubt?.id}`)).text,
    /Nouvel envoi décidé par Claire Delattre/,
  )
})

test('a log that is given is read, packed or not, and what it says of each doubt is told', async () => {
  const [doubt] = await listDoubts(db)
  const time = new Date().toISOString().replace('Z', '+00:00')
  const log = [
    `${time} relais postfix/cleanup[6]: 6E21A20C18E: message-id=<${doubt?.messageId}>`,
    `${time} relais postfix/qmgr[15]: 6E21A20C18E: from=<a@b>, size=2, nrcpt=1 (queue active)`,
    '',
  ].join('\n')
  const other = await give(`${time} relais cron[1]: (root) CMD (true)\n`)
  const packed = await give(gzipSync(log))
  const cut = await give(gzipSync(log).subarray(0, 60))

  assert.match(other.text, /1.envoi reste douteux/)
  assert.match(other.text, /ce journal commence après sa remise/)
  assert.match(packed.text, /1.envoi retrouvé/)
  assert.match(packed.text, /Aucun doute/)
  assert.match(cut.text, /abîmé ou coupé/)
})

test('a file that is no log, none, or one too large says what to do', async () => {
  const none = await operator.post('/doubts/relay-log', {})
  const picture = await give(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d]))
  const large = await give(Buffer.alloc(21 * 1024 * 1024))

  assert.match(none.text, /Choisissez le fichier/)
  assert.match(picture.text, /n’est celle d’un journal/)
  assert.equal(large.status, 413)
  assert.match(large.text, /dépasse 20.Mo/)
})

const give = (content: string | Uint8Array) =>
  operator.post('/doubts/relay-log', { file: new File([Buffer.from(content)], 'mail.log') })

/** A wave whose relay hangs up after each final dot. */
async function fourDoubts() {
  const id = newId()
  const choices = { name: 'Vague', messageId: message?.id ?? '', channel: 'email', filters: {} } as const
  await insertWave(db, id, { ...choices, recentDays: 30 }, 'Claire', world.clock())
  assert.equal((await launchReadyWave(world, id)).ok, true)
  const answer = 'liaison coupée après le point final'
  const mail = { ...world.mail, send: async () => ({ outcome: 'uncertain', answer }) as const }
  await sendWave.run({ waveId: id }, { ...world, mail })
}
