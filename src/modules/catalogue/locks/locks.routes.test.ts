import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { newId } from '#platform/ids.ts'
import { addTownHalls, foundProgramme } from '#test/town-halls.ts'
import { openDoor, withCatalogue } from '#test/visit.ts'
import { askTownHalls } from '../usages/town-hall-mails.action.ts'

const modules = withCatalogue.map((module) =>
  module.name === 'catalogue' ? { ...module, onStart: undefined } : module,
)
const door = await openDoor(modules)
const { world } = door
const { db } = world
const { programmeId } = await foundProgramme(db)
const town = (insee: string, name: string) => ({
  insee,
  name,
  nameType: 1,
  emails: [`mairie@${insee}.example`],
})
await addTownHalls(db, programmeId, [
  town('59002', 'Abscon'),
  town('59032', 'Aubry'),
  town('59092', 'Bouchain'),
  town('59172', 'Denain'),
])
const visitor = door.as('public')
const editor = door.as('operator')

const lock = {
  commune: 'Abscon',
  product: 'Civilis',
  forces: 'operating-system',
  what: 'Windows',
  declaredBy: 'Secrétaire',
}
const declare = (fields: Record<string, string> = {}, as = visitor) =>
  as.post('/locks/new', { once: newId(), ...lock, ...fields })
const confirm = async (declared: { location: string | null }) => {
  const id = declared.location?.split('/').at(-1)
  await editor.post(`/locks/${id}/confirmations`, { evidence: 'Visite' })
  return id
}

test('a lock waits for its town hall, which answers by the same link as for its usages', async () => {
  const declared = await declare()
  const before = await editor.get('/locks')
  await askTownHalls(world)
  const [mail] = await db.execute<{ text_body: string }>(
    sql`select text_body from outbox_messages where envelope_to = 'mairie@59002.example'`,
  )
  const id = declared.location?.split('/').at(-1)
  const link = /\/usages\/answers\/[0-9a-z]+/.exec(mail?.text_body ?? '')?.[0] ?? ''
  await visitor.post(link, { [`answer-${id}`]: 'yes' })
  const after = await editor.get('/locks')

  assert.equal(declared.status, 303)
  assert.match(mail?.text_body ?? '', /Civilis ne marche que sous Windows/)
  assert.match(before.text, /Aucun verrou confirmé/)
  assert.match(after.text, /Système.: Windows/)
})

test('the map says how many communes each lock holds of those asked, and how many it alone holds', async () => {
  await confirm(await declare({ commune: 'Aubry', what: 'WINDOWS', product: 'Autre' }))
  await confirm(await declare({ commune: 'Aubry', forces: 'connector', what: 'Parapheur' }))
  await editor.post('/locks/surveys', { commune: 'Bouchain', source: 'appel' })
  const { text } = await editor.get('/locks')

  assert.match(text, /<b>2<\/b> sur 3/)
  assert.match(text, /<b>1<\/b> sur 3/)
  assert.match(text, /Ouvrir «.Système.: Windows.» libérerait <a[^>]*>1.commune<\/a>/)
  assert.match(
    (await editor.get('/locks/communes?forces=operating-system&what=windows')).text,
    /Aubry.*Autre ne marche que sous/s,
  )
})

test('the same lock said twice, by the same form or another, is one', async () => {
  const once = newId()
  const first = await declare({ once, commune: 'Denain' })
  const again = await declare({ once, commune: 'Denain' })
  const other = await declare({ commune: 'Denain', what: 'windows' })

  assert.equal(first.location, again.location)
  assert.equal(first.location, other.location)
})

test('a form that lacks something keeps what was typed, and markup stays text', async () => {
  const refused = await declare({ product: '<script>alert(1)</script>', what: '' })

  assert.equal(refused.status, 422)
  assert.match(refused.text, /Dites lequel/)
  assert.match(refused.text, /&lt;script&gt;/)
  assert.doesNotMatch(refused.text, /<script>alert/)
})

test('a withdrawn lock leaves the map and can be put back; the list leaves as a sheet', async () => {
  const id = await confirm(await declare({ commune: 'Denain', forces: 'browser', what: 'Edge' }))
  await editor.post(`/locks/${id}/withdrawals`, { why: 'Erreur' })
  const without = await editor.get('/locks')
  await editor.post(`/locks/${id}/restorations`)
  const csv = await editor.get('/locks.csv?forces=browser')

  assert.doesNotMatch(without.text, /Navigateur.: Edge/)
  assert.match(csv.text, /Denain.*Civilis.*Edge/)
  assert.equal((await visitor.get('/locks')).status, 303)
})
