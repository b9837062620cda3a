import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { newId } from '#platform/ids.ts'
import { addTownHalls, villages } from '#test/town-halls.ts'
import { openDoor, withoutFrance } from '#test/visit.ts'
import { opposeAddress } from '../oppositions/oppose.action.ts'
import { listAudienceCandidates } from '../waves/audience.queries.ts'
import { planAudience, type WaveChannel } from '../waves/audience.ts'
import { listAddressSearches, openAddressSearch } from './address-searches.queries.ts'

const door = await openDoor(withoutFrance)
const { world } = door
const { db } = world
const { secret } = world.config
const at = world.clock()
const programmeId = newId()
await db.execute(sql`insert into programmes (id, name, operator_id, association_id, founded_at, founded_by)
  values (${programmeId}, 'Programme', ${door.organisationId('operator')}, ${door.organisationId('association')}, now(), 'Claire')`)
await addTownHalls(db, programmeId, villages)
const operator = door.as('operator')

async function wayTo(insee: string, channel: WaveChannel = 'email-first') {
  const candidates = await listAudienceCandidates(db, { programmeId, filters: {}, secret })
  const row = planAudience(candidates, { channel, recentDays: 30, now: at }).find(
    ({ candidate }) => candidate.insee === insee,
  )
  return row && ('planned' in row ? row.planned.channel : row.excluded.reason)
}
const bounced = (insee: string, address: string) =>
  openAddressSearch(db, { insee, channel: 'email', address, reason: '550 5.1.1 boîte inconnue', at })
const openOf = async (insee: string) =>
  (await listAddressSearches(db, { q: insee, state: 'open' })).map(({ id }) => `/address-searches/${id}`)
const keptPoints = (insee: string) =>
  db.execute<{ kind: string; value: string; source: string }>(
    sql`select kind, value, source from contact_points where insee = ${insee} and ended_at is null order by imported_at desc`,
  )

test('an e-mail that leads nowhere is not written to again, and opens the letter where the wave allows it', async () => {
  assert.equal(await wayTo('59002'), 'email')
  await bounced('59002', 'Mairie@Abscon.example')

  assert.equal(await wayTo('59002'), 'letter')
  assert.equal(await wayTo('59002', 'email'), 'dead-address')
  const dead = await listAudienceCandidates(db, { programmeId, filters: { channel: 'dead-email' }, secret })
  assert.deepEqual(
    dead.map(({ insee }) => insee),
    ['59002'],
  )
})

test('the good address found ends the search: it is kept with who found it and when, and written to', async () => {
  const [path = ''] = await openOf('59002')
  const wrong = await operator.post(`${path}/finding`, { kind: 'email', value: 'mairie chez abscon' })
  const same = await operator.post(`${path}/finding`, { kind: 'email', value: 'mairie@abscon.example' })
  const found = await operator.post(`${path}/finding`, { kind: 'email', value: 'Accueil@abscon.example' })
  const [point] = await keptPoints('59002')

  assert.deepEqual([wrong.status, same.status, found.status], [422, 422, 303])
  assert.match(same.text, /C’est l’adresse qui ne mène nulle part/)
  assert.equal(point?.value, 'accueil@abscon.example')
  assert.match(point?.source ?? '', /^trouvée par Claire Delattre le /)
  assert.equal(await wayTo('59002', 'email'), 'email')
  assert.deepEqual(await openOf('59002'), [])
})

test('a search is given up with its reason, and taken up again', async () => {
  await bounced('59032', 'mairie@aubry.example')
  const [path = ''] = await openOf('59032')
  const silent = await operator.post(`${path}/abandonment`, { reason: ' ' })
  await operator.post(`${path}/abandonment`, { reason: 'la mairie n’a pas d’adresse électronique' })
  const closed = await operator.get('/address-searches?state=closed&q=aubry')
  const stillDead = await wayTo('59032', 'email')
  await operator.post(`${path}/reopening`)

  assert.equal(silent.status, 422)
  assert.match(closed.text, /n’a pas d’adresse électronique/)
  assert.equal(stillDead, 'dead-address')
  assert.deepEqual(await openOf('59032'), [path])
})

test('an address said to work again is written to again, until it fails anew', async () => {
  const [path = ''] = await openOf('59032')
  await operator.post(`${path}/recovery`, { reason: 'la boîte était pleine' })
  const works = await wayTo('59032', 'email')
  await bounced('59032', 'mairie@aubry.example')

  assert.equal(works, 'email')
  assert.equal(await wayTo('59032', 'email'), 'dead-address')
})

test('a letter that came back is not sent again to the same address, and the e-mail remains', async () => {
  const address = 'MAIRIE DE BOUCHAIN\n59111 BOUCHAIN'
  await openAddressSearch(db, {
    insee: '59092',
    channel: 'letter',
    address,
    reason: 'Destinataire inconnu',
    at,
  })

  assert.equal(await wayTo('59092', 'letter'), 'returned-letter')
  assert.equal(await wayTo('59092'), 'email')
})

test('an address found that is in opposition is kept, said to be so, and not written to', async () => {
  await bounced('59172', 'mairie@denain.example')
  await opposeAddress(db, secret, { address: 'sg@denain.example', origin: 'courriel', at })
  const [path = ''] = await openOf('59172')
  const { location } = await operator.post(`${path}/finding`, { kind: 'email', value: 'sg@denain.example' })

  assert.match((await operator.get(location ?? '')).text, /est en opposition/)
  assert.equal(await wayTo('59172', 'email'), 'dead-address')
})

test('the record of the commune and its next step say that an address is to be found', async () => {
  const record = await operator.get('/communes/59092')

  assert.match(record.text, /Une adresse ne mène nulle part/)
  assert.match(record.text, /Trouver son adresse/)
  assert.match((await operator.get('/address-searches.csv')).text, /Bouchain;59092;Adresse postale/)
})
