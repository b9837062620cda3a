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

async function opened(insee = '59002') {
  const form = { once: newId(), insee, goalKey: 'file-server', referentId: 'association' }
  const answer = await association.post('/cases', form)
  return answer.location ?? ''
}

const stepsOf = async (path: string) =>
  db.execute<{ id: string; title: string; done_by: string | null }>(
    sql`select id, title, done_by from case_steps where case_id = ${path.split('/').at(-1)} order by position`,
  )

test('before any case, the list says where they come from', async () => {
  assert.match((await association.get('/cases')).text, /Aucun accompagnement n’est ouvert/)
})

test('a case opens from a contact, with the goal its theme suggests, once', async () => {
  const contactId = await answerAs(db, (await postLetter(db, '59481')).code, 'call-back', at)

  const form = await association.get(`/cases/new?contact=${contactId}`)
  assert.match(form.text, /Accompagner la mairie du Quesnoy/)
  const fields = { once: newId(), contactId, goalKey: 'file-server', referentId: 'association' }
  const first = await association.post('/cases', fields)
  const again = await association.post('/cases', fields)

  assert.equal(first.location, again.location)
  assert.equal((await association.get(`/cases/new?contact=${contactId}`)).location, first.location)
  const page = await association.get(first.location ?? '')
  assert.match(page.text, /Prochaine étape\u00a0: Visite de la mairie/)
  assert.match(page.text, /Karim Benali/)
  assert.match(page.text, new RegExp(`/contacts/${contactId}`))
})

test('another goal needs its words', async () => {
  const form = { once: newId(), insee: '59002', goalKey: 'other', goal: '' }

  const page = await association.post('/cases', form)

  assert.equal(page.status, 422)
  assert.match(page.text, /Dites le but de l’accompagnement/)
})

test('steps are done, undone, added, changed, moved and taken away', async () => {
  const path = await opened()
  const [visit, inventory] = await stepsOf(path)
  assert.ok(visit && inventory)

  await association.post(`${path}/steps/${visit.id}/done`)
  assert.equal((await stepsOf(path))[0]?.done_by, 'Karim Benali')
  await association.post(`${path}/steps/${visit.id}/undone`)
  assert.equal((await stepsOf(path))[0]?.done_by, null)

  const added = { once: newId(), title: 'Accord du conseil', dueOn: '2027-03-01' }
  await association.post(`${path}/steps`, added)
  await association.post(`${path}/steps`, added)
  assert.equal((await stepsOf(path)).length, 7)

  await association.post(`${path}/steps/${inventory.id}/moves`, { direction: 'earlier' })
  await association.post(`${path}/steps/${visit.id}/removal`)
  await association.post(`${path}/steps/${inventory.id}`, { title: 'État des lieux', dueOn: '' })
  assert.equal((await stepsOf(path))[0]?.title, 'État des lieux')
})

test('a case closes with its outcome and says why, then opens again', async () => {
  const path = await opened('59564')

  const silent = await association.post(`${path}/closing`, { outcome: 'abandoned', note: '' })
  assert.equal(silent.status, 422)
  assert.match(silent.text, /pourquoi le but n’est pas entièrement atteint/)
  await association.post(`${path}/closing`, { outcome: 'autonomous', note: '' })
  assert.match((await association.get(path)).text, /La commune est autonome/)
  const late = await association.post(`${path}/steps`, { once: newId(), title: 'Encore' })
  assert.match(late.text, /Cet accompagnement est clos/)
  await association.post(`${path}/reopenings`, { reason: 'Le serveur est en panne.' })
  assert.match((await association.get(path)).text, /Prochaine étape/)
})

test('an organisation reaches no case of the other, by any door', async () => {
  const path = await opened('59172')
  const [step] = await stepsOf(path)
  const reason = 'Pour voir.'
  const doors: Record<string, Record<string, string>> = {
    [`${path}/steps`]: { once: newId(), title: 'x' },
    [`${path}/steps/${step?.id}`]: { title: 'x' },
    [`${path}/steps/${step?.id}/done`]: {},
    [`${path}/steps/${step?.id}/undone`]: {},
    [`${path}/steps/${step?.id}/moves`]: { direction: 'later' },
    [`${path}/steps/${step?.id}/removal`]: {},
    [`${path}/referent`]: { referentId: 'operator' },
    [`${path}/closing`]: { outcome: 'autonomous' },
    [`${path}/reopenings`]: { reason },
    [`${path}/transfers`]: { once: newId(), reason },
  }

  for (const page of [path, `${path}/sheet`]) assert.equal((await operator.get(page)).status, 404, page)
  for (const [address, fields] of Object.entries(doors))
    assert.equal((await operator.post(address, fields)).status, 404, address)
  for (const list of ['/cases?state=all', '/cases.csv?state=all'])
    assert.doesNotMatch((await operator.get(list)).text, /Serveur de fichiers/, list)
})

test('a case is entrusted to the other partner, once, and found there', async () => {
  const path = await opened()
  const form = { once: newId(), reason: 'Il s’agit d’e-administration.' }

  const first = await association.post(`${path}/transfers`, form)
  const again = await association.post(`${path}/transfers`, form)

  assert.equal(first.location, '/cases')
  assert.equal(again.location, '/cases')
  assert.equal((await association.get(path)).status, 404)
  assert.match((await operator.get(path)).text, /Confié par Les Amis du libre/)
})

test('the list says what is late, and leaves as a file', async () => {
  const path = await opened()
  await db.execute(sql`update case_steps set due_on = '2020-01-01' where case_id = ${path.split('/').at(-1)}`)

  assert.match((await association.get('/cases?late=oui')).text, /En retard/)
  assert.match((await association.get('/cases.csv')).text, /Serveur de fichiers/)
  assert.match((await association.get('/cases?q=abscon&sort=commune')).text, /Abscon/)
  assert.match((await association.get('/cases?q=lille')).text, /Aucun accompagnement ne répond/)
  assert.match((await association.get(`${path}/sheet`)).text, /Notes de la visite/)
})
