import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'drizzle-orm'
import { newId } from '#platform/ids.ts'
import { sharedPdfPool } from '#platform/pdf/shared-pool.ts'
import { readyWave } from '#test/ready-wave.ts'
import { addTownHalls, villages } from '#test/town-halls.ts'
import { openDoor, withoutFrance } from '#test/visit.ts'
import { isoDate } from '#ui/french.ts'
import { recoverLeases } from '../deliveries/ledger.queries.ts'
import { sendWave } from '../deliveries/send-wave.job.ts'
import { composeLots } from '../lots/compose-lots.job.ts'
import { composingOf } from '../lots/start-composing.action.ts'

const door = await openDoor(withoutFrance)
const { world } = door
const { db } = world
after(() => sharedPdfPool().close())

const programmeId = newId()
await db.execute(sql`insert into programmes (id, name, operator_id, association_id, founded_at, founded_by)
  values (${programmeId}, 'Programme', ${door.organisationId('operator')}, ${door.organisationId('association')}, now(), 'Claire')`)
await addTownHalls(db, programmeId, [
  ...villages,
  { insee: '59153', name: 'Condé-sur-l’Escaut', postalCodes: ['59163'] },
])
const [message] = await db.execute<{ id: string }>(sql`select id from messages where name like '%courriel%'`)
const operator = door.as('operator')
const association = door.as('association')

const choices = {
  name: 'Première vague',
  message: message?.id ?? '',
  purpose: 'outreach',
  way: 'email-first',
  recentDays: '30',
  channel: '',
}

async function prepared(other: Record<string, string> = {}) {
  const { location } = await operator.post('/waves', { ...choices, ...other })
  return location ?? ''
}

test('a wave is prepared from its form, and the form posted twice prepares one', async () => {
  const once = newId()
  const first = await operator.post('/waves', { ...choices, once })
  const second = await operator.post('/waves', { ...choices, once })

  assert.equal(first.status, 303)
  assert.equal(second.location, first.location)
  assert.match((await operator.get(first.location ?? '')).text, /sur \d+.points prêts/)
})

test('a form without name nor message says what to mend and loses nothing', async () => {
  const { status, text } = await operator.post('/waves', { ...choices, name: '', message: '', q: 'denain' })

  assert.equal(status, 422)
  assert.match(text, /Donnez un nom à la vague/)
  assert.match(text, /Choisissez un message/)
  assert.match(text, /value="denain"/)
})

test('the page of a wave in preparation says who will receive what, and each town hall can be seen', async () => {
  const path = await prepared()
  const { text } = await operator.get(path)
  const recipients = await operator.get(`${path}/recipients?q=conde`)

  assert.match(text, /Par courriel/)
  assert.match(text, /Par lettre/)
  assert.match(recipients.text, /MAIRIE DE CONDE SUR L ESCAUT, 59163 CONDE SUR L ESCAUT/)
  assert.doesNotMatch(recipients.text, /mairie@denain/)
})

test('a town hall is taken out by hand with a reason, and put back', async () => {
  const path = await prepared()
  const unknown = await operator.post(`${path}/exclusions`, { commune: 'Marseille', reason: 'loin' })
  await operator.post(`${path}/exclusions`, { commune: 'conde sur l escaut', reason: 'déjà rencontrée' })
  const without = await operator.get(path)
  await operator.post(`${path}/exclusions/removal`, { addressee: '59153' })
  const whole = await operator.get(path)

  assert.equal(unknown.status, 422)
  assert.match(without.text, /déjà rencontrée/)
  assert.doesNotMatch(whole.text, /déjà rencontrée/)
})

test('the network reads a wave and launches none; the association reads it too', async () => {
  const path = await prepared()

  assert.equal((await door.as('network').get(path)).status, 200)
  assert.equal((await door.as('network').post(`${path}/launch`)).status, 403)
  assert.equal((await association.post(`${path}/launch`)).status, 403)
  assert.doesNotMatch((await association.get(path)).text, /Lancer la vague/)
})

test('a wave is launched, sent, answered for, and taken away as a sheet', async () => {
  const path = await prepared()
  await readyWave(world, path.split('/').at(-1) ?? '')
  const launched = await operator.post(`${path}/launch`)
  const again = await operator.post(`${path}/launch`)
  assert.equal(launched.location, `${path}?done=launched`)
  assert.equal(again.status, 422)
  assert.match(again.text, /déjà lancée/)

  const waveId = path.split('/').at(-1) ?? ''
  await sendWave.run({ waveId }, world)
  const work = await composingOf(db, waveId)
  await composeLots.run({ waveId, workId: work?.id ?? '' }, world)

  const page = await operator.get(path)
  assert.match(page.text, /<strong>5.mairies<\/strong>/)
  assert.match(page.text, /Envoyé/)
  const list = await operator.get(`${path}/deliveries?state=accepted&sort=date&order=desc`)
  assert.match(list.text, /<strong>4.envois<\/strong>/)
  const sheet = await operator.get(`${path}/deliveries.csv?channel=letter`)
  assert.match(sheet.text, /"?59153"?;Condé-sur-l’Escaut;Lettre;Lettre composée/)
  assert.equal(sheet.text.trim().split('\r\n').length, 2)
  assert.equal((await operator.get(`${path}/deliveries.ods`)).status, 200)

  const outbox = await operator.get('/outbox?q=denain')
  const [, message = ''] = /href="(\/outbox\/[^"?]+)/.exec(outbox.text) ?? []
  const opened = await operator.get(message)
  assert.match(opened.text, /sandbox=""/)
  assert.match(opened.text, /mairie@denain.example/)
})

test('the letters of a lot are downloaded, then marked printed, enclosed and posted, each once', async () => {
  const [lot] = await db.execute<{ id: string }>(sql`select id from lots where state = 'composed'`)
  const path = `/lots/${lot?.id}`
  const file = await operator.get(`${path}/file`)
  const cover = await operator.get(`${path}/cover`)
  assert.equal(file.headers.get('content-type'), 'application/pdf')
  assert.equal(cover.headers.get('content-type'), 'application/pdf')

  const early = await operator.post(`${path}/posted`, { on: '2026-01-01', proof: '' })
  assert.equal(early.status, 422)
  await operator.post(`${path}/printed`)
  await operator.post(`${path}/enclosed`)
  const future = await operator.post(`${path}/posted`, { on: '2999-01-01', proof: '' })
  assert.match(future.text, /ne peut pas être posté demain/)
  const posted = await operator.post(`${path}/posted`, { on: '2026-01-01', proof: 'bordereau 7' })
  assert.equal(posted.status, 303)
  const twice = await operator.post(`${path}/posted`, { on: '2026-01-01', proof: 'bordereau 7' })
  assert.equal(twice.status, 422)
  assert.match(twice.text, /C’est déjà fait/)
  assert.match((await operator.get(path)).text, /bordereau 7/)
})

test('a doubt is shown on the wave, and a named person settles it with a ground', async () => {
  await db.execute(sql`alter table deliveries disable trigger deliveries_follow_arrows`)
  const [row] = await db.execute<{ id: string; wave_id: string }>(sql`
    update deliveries set state = 'in_flight', claim_token = id, claim_until = now() - interval '1 minute'
    where id = (select id from deliveries where state = 'accepted' limit 1) returning id, wave_id`)
  await db.execute(sql`alter table deliveries enable trigger deliveries_follow_arrows`)
  await recoverLeases(db, world.clock())

  assert.match((await association.get(`/waves/${row?.wave_id}`)).text, /1.doute à trancher/)
  const silent = await association.post(`/deliveries/${row?.id}/acceptance`, { ground: ' ' })
  assert.match(silent.text, /Dites ce qui le prouve/)
  const settled = await association.post(`/deliveries/${row?.id}/acceptance`, { ground: 'vu au relais' })
  assert.equal(settled.status, 303)
  const page = await operator.get(`/deliveries/${row?.id}`)
  assert.match(page.text, /Tenu pour arrivé par Karim Benali/)
  assert.match(page.text, /vu au relais/)
})

test('an opposition is recorded by hand, found again, and lifted only with a written request', async () => {
  const empty = await operator.post('/oppositions', {
    commune: '',
    address: '',
    channel: 'all',
    origin: 'téléphone',
  })
  assert.match(empty.text, /Donnez une commune, ou une adresse/)
  await operator.post('/oppositions', {
    commune: '59172',
    address: 'x@y.example',
    channel: 'all',
    origin: 'téléphone, 3 mars',
  })
  const list = await association.get('/oppositions?q=denain')
  assert.match(list.text, /téléphone, 3 mars/)
  assert.doesNotMatch(list.text, /x@y\.example/)

  const [opposition] = await db.execute<{ id: string }>(
    sql`select id from opposition_organisations where lifted_at is null`,
  )
  const today = isoDate(world.clock())
  const bare = await operator.post(`/oppositions/${opposition?.id}/lifting`, {
    evidence: '',
    requestedOn: today,
  })
  assert.equal(bare.status, 422)
  const lifted = await operator.post(`/oppositions/${opposition?.id}/lifting`, {
    evidence: 'courriel de la secrétaire',
    requestedOn: today,
  })
  assert.equal(lifted.status, 303)
  assert.match((await operator.get(lifted.location ?? '')).text, /courriel de la secrétaire/)
  assert.match((await operator.get('/oppositions?state=lifted')).text, /Levée le/)
})
