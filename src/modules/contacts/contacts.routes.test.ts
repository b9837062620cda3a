import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { newId } from '#platform/ids.ts'
import { answerAs, foundPartnership, postLetter } from '#test/partnership.ts'
import { openDoor } from '#test/visit.ts'

const door = await openDoor()
const { db } = door.world
await foundPartnership(db, {
  operatorId: door.organisationId('operator'),
  associationId: door.organisationId('association'),
})
const operator = door.as('operator')
const association = door.as('association')
const at = new Date('2026-11-23T09:00:00Z')

const answered = async (insee = '59002') => answerAs(db, (await postLetter(db, insee)).code, 'call-back', at)

test('before any answer, the inbox says what to do next', async () => {
  const page = await operator.get('/contacts')

  assert.match(page.text, /Aucune mairie n’a encore répondu/)
  assert.match(page.text, /href="\/contacts\/new"/)
})

test('the inbox shows the question, what ties it to a commune, and the one next thing to do', async () => {
  const id = await answered()

  const page = await association.get(`/contacts/${id}`)

  assert.match(page.text, /Mairie d’Abscon/)
  assert.match(page.text, /Elle demande à être rappelée/)
  assert.match(page.text, /class="code"/)
  assert.match(page.text, /Je m’en occupe/)
})

test('somebody takes a contact, settles it with a sentence, and can undo both', async () => {
  const id = await answered()

  await association.post(`/contacts/${id}/takes`)
  assert.match((await association.get(`/contacts/${id}`)).text, /Karim Benali s’en occupe/)
  await association.post(`/contacts/${id}/releases`)
  assert.match((await association.get(`/contacts/${id}`)).text, /Je m’en occupe/)

  const silent = await association.post(`/contacts/${id}/settlements`, { settlement: '' })
  assert.equal(silent.status, 422)
  assert.match(silent.text, /Dites en une phrase comment le contact est réglé/)
  await association.post(`/contacts/${id}/settlements`, { settlement: 'Rappelée, visite en mars.' })
  assert.match((await association.get(`/contacts/${id}`)).text, /Rappelée, visite en mars\./)
  await association.post(`/contacts/${id}/reopenings`)
  assert.match((await association.get(`/contacts/${id}`)).text, /Karim Benali s’en occupe/)
})

test('the filters of the list stay in the address from one gesture to the next', async () => {
  const id = await answered()

  const taken = await association.post(`/contacts/${id}/takes?wish=call-back`)

  assert.equal(taken.location, `/contacts/${id}?wish=call-back`)
})

test('an organisation reaches no contact of the other, by any door', async () => {
  const id = await answered()
  const once = newId()
  const doors: Record<string, Record<string, string>> = {
    takes: {},
    releases: {},
    settlements: { settlement: 'Fait.' },
    reopenings: {},
    transfers: { once, reason: 'Pour voir.' },
  }

  assert.equal((await operator.get(`/contacts/${id}`)).status, 404)
  for (const [gesture, fields] of Object.entries(doors))
    assert.equal((await operator.post(`/contacts/${id}/${gesture}`, fields)).status, 404, gesture)
  for (const list of ['/contacts?state=all', '/contacts.csv?state=all'])
    assert.doesNotMatch((await operator.get(list)).text, /Abscon/, list)
})

test('a contact is transmitted to the other partner with its reason, and is seen there alone', async () => {
  const id = await answered('59481')
  const form = { once: newId(), reason: 'Elle demande la signature électronique.' }

  const moved = await association.post(`/contacts/${id}/transfers`, form)
  const again = await association.post(`/contacts/${id}/transfers`, form)

  assert.equal(moved.location, '/contacts?transferred')
  assert.equal(again.location, moved.location)
  assert.equal((await association.get(`/contacts/${id}`)).status, 404)
  const received = await operator.get(`/contacts/${id}`)
  assert.match(received.text, /Transmis par Les Amis du libre/)
  assert.match(received.text, /Elle demande la signature électronique\./)
})

test('a call is written down for any commune, found by its name', async () => {
  const found = await association.get('/contacts/new?q=sentinele')
  assert.match(found.text, /href="\/contacts\/new\?insee=59564"/)
  const form = {
    once: newId(),
    insee: '59564',
    channel: 'call',
    wish: 'need',
    theme: 'school',
    day: '2026-01-15',
    body: 'Six postes.',
    handler: 'by-theme',
  }

  const noted = await association.post('/contacts', form)
  await association.post('/contacts', form)

  const page = await association.get(noted.location ?? '')
  assert.match(page.text, /Mairie de La Sentinelle/)
  assert.match(page.text, /Noté par Karim Benali/)
  const [row] = await db.execute(sql`select count(*)::int as n from contacts where insee = '59564'`)
  assert.equal(row?.n, 1)
})

test('an exchange of tomorrow, or said by nobody knows what, is refused and kept as typed', async () => {
  const form = { once: newId(), insee: '59564', day: '2999-01-01', body: 'Six postes.' }

  const page = await association.post('/contacts', form)

  assert.equal(page.status, 422)
  assert.match(page.text, /daté de demain ou plus tard/)
  assert.match(page.text, /Dites comment l’échange a eu lieu/)
  assert.match(page.text, /Six postes\./)
})

test('two hundred contacts are read by pages, filtered and searched, and all leave in one file', async () => {
  const { code, deliveryId, waveId } = await postLetter(db, '59172')
  for (let rank = 0; rank < 200; rank += 1)
    await db.execute(sql`insert into contacts
      (id, insee, delivery_id, wave_id, reply_code, channel, wish, theme, organisation_id, state, received_at)
      values (${newId()}, '59172', ${deliveryId}, ${waveId}, ${code}, 'answer', 'need', 'cemetery',
        ${door.organisationId('operator')}, 'new', now())`)

  const first = await operator.get('/contacts?theme=cemetery&q=denain')
  const last = await operator.get('/contacts?theme=cemetery&q=denain&page=4')
  const none = await operator.get('/contacts?q=lille')
  const csv = await operator.get('/contacts.csv?theme=cemetery')

  assert.match(first.text, /200\u00a0contacts/)
  assert.equal(last.text.match(/<li><a href="\/contacts\/[0-9a-f-]{36}/g)?.length, 50)
  assert.match(none.text, /Aucun contact ne répond à ces filtres/)
  assert.equal(csv.text.trim().split('\r\n').length, 201)
})
