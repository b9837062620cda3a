import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { newId } from '#platform/ids.ts'
import { launchReadyWave } from '#test/ready-wave.ts'
import { addTownHalls, villages } from '#test/town-halls.ts'
import { openDoor, withoutFrance } from '#test/visit.ts'
import { insertWave } from '../waves/waves.queries.ts'
import { termsInForce } from './terms.queries.ts'

const door = await openDoor(withoutFrance)
const { world } = door
const { db } = world
const operator = door.as('operator')

const programmeId = newId()
await db.execute(sql`insert into programmes (id, name, operator_id, association_id, founded_at, founded_by)
  values (${programmeId}, 'Programme', ${door.organisationId('operator')}, ${door.organisationId('association')}, now(), 'Claire')`)
await addTownHalls(db, programmeId, [
  ...villages,
  { insee: '59153', name: 'Condé-sur-l’Escaut', postalCodes: ['59163'], emails: ['mairie.conde@wanadoo.fr'] },
])

const limit = {
  connections: '3',
  messagesPerConnection: '50',
  perMinute: '30',
  perDay: '',
  warmUpStart: '80',
  warmUpGrowth: '1,5',
  validFrom: '2026-01-02',
  checkedOn: '2026-01-02',
  source: 'Page de l’opérateur',
}

test('the lanes say whom they serve, what they bear, and which source says so', async () => {
  const list = await operator.get('/lanes')
  const orange = await operator.get('/lanes/orange')
  const sheet = await operator.get('/lanes.csv')

  assert.match(list.text, /Orange et Wanadoo/)
  assert.match(orange.text, /1.mairie du périmètre y reçoit son courrier/)
  assert.match(orange.text, /postmaster\.orange\.fr/)
  assert.match(sheet.text, /Orange et Wanadoo;1;2;100;60;0;50/)
})

test('a limit is added with its date and source, followed at once, and the one before stays readable', async () => {
  const wrong = await operator.post('/lanes/ovh/limits', { ...limit, source: ' ', connections: 'deux' })
  const future = await operator.post('/lanes/ovh/limits', { ...limit, checkedOn: '2999-01-01' })
  const added = await operator.post('/lanes/ovh/limits', limit)
  const terms = await termsInForce(db, 'ovh', 'relay', world.clock())
  const { text } = await operator.get('/lanes/ovh')

  assert.deepEqual([wrong.status, future.status, added.status], [422, 422, 303])
  assert.match(wrong.text, /Dites d’où vient ce chiffre/)
  assert.match(future.text, /lue demain/)
  assert.deepEqual(
    [terms.connections, terms.messagesPerConnection, terms.perMinute, terms.allowedToday],
    [3, 50, 30, 80],
  )
  assert.match(text, /2.limites/)
  assert.match(text, /Page de l’opérateur/)
})

test('a suffix that a person adds moves the domains already known', async () => {
  await db.execute(sql`insert into domain_exchangers (domain, exchanger, lane, resolved_at)
    values ('abscon.example', 'mx1.hebergeur.example', 'default', now())`)
  const suffix = { suffix: 'hebergeur.example', kind: 'exchanger', lane: 'ovh', source: 'Contrat' }

  const { status } = await operator.post('/lanes/suffixes', suffix)
  const wrong = await operator.post('/lanes/suffixes', { ...suffix, suffix: 'pas un nom' })
  const [domain] = await db.execute(sql`select lane from domain_exchangers where domain = 'abscon.example'`)

  assert.deepEqual([status, wrong.status, domain?.lane], [303, 422, 'ovh'])
})

test('a stopped lane is in plain sight there and on its wave, and an operator alone starts it again', async () => {
  const [message] = await db.execute<{ id: string }>(
    sql`select id from messages where name like '%courriel%'`,
  )
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
  await db.execute(sql`insert into lane_stops (id, lane, since, why, evidence)
    values (${newId()}, 'orange', now(), 'policy', '550 5.7.1 OFR_506')`)

  const list = await operator.get('/lanes')
  const wave = await operator.get(`/waves/${waveId}`)
  const refused = await door.as('association').post('/lanes/orange/restart')
  const restarted = await operator.post('/lanes/orange/restart')
  const after = await operator.get('/lanes')

  assert.match(list.text, /Orange et Wanadoo.: la voie est arrêtée/)
  assert.match(wave.text, /La voie Orange et Wanadoo est arrêtée.: 1.courriel attend/)
  assert.deepEqual([refused.status, restarted.status], [403, 303])
  assert.doesNotMatch(after.text, /la voie est arrêtée/)
})

test('a wave is slowed from its page, and let go again', async () => {
  const [{ id } = { id: '' }] = await db.execute<{ id: string }>(sql`select id from waves limit 1`)

  const wrong = await operator.post(`/waves/${id}/pace`, { perMinute: '0' })
  await operator.post(`/waves/${id}/pace`, { perMinute: '5' })
  const slowed = await operator.get(`/waves/${id}`)
  await operator.post(`/waves/${id}/pace`, { perMinute: '' })
  const free = await operator.get(`/waves/${id}`)

  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /Un par minute au moins/)
  assert.match(slowed.text, /Ralentis à 5 par minute/)
  assert.doesNotMatch(free.text, /Ralentis à/)
})

test('the signature page makes a key, gives what to publish, and keeps the check that was made', async () => {
  await operator.post('/signing/keys')
  await operator.post('/signing/checks')
  const { text } = await operator.get('/signing')

  assert.match(text, /beffroi-\d{8}\._domainkey\.localhost/)
  assert.match(text, /v=DKIM1; k=rsa; p=/)
  assert.match(text, /Rien n’est publié sous/)
  assert.match(text, /Attend d’être publiée/)
})
