import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { foundPartnership, postLetter } from '#test/partnership.ts'
import { openDoor, withoutFrance } from '#test/visit.ts'
import { newReplyCode, showReplyCode } from '#values/reply-code.ts'
import { markAnswered } from '../deliveries/mark-answered.action.ts'

const door = await openDoor(withoutFrance)
const { db } = door.world
const operator = door.as('operator')
await foundPartnership(db, {
  operatorId: door.organisationId('operator'),
  associationId: door.organisationId('association'),
})

const once = () => crypto.randomUUID()
const stateOf = async (id: string) => {
  const [row] = await db.execute<{ state: string; reason: string | null }>(
    sql`select state, reason from deliveries where id = ${id}`,
  )
  return row
}
const count = async (query: ReturnType<typeof sql>) => (await db.execute(query)).length
const searchesOf = (id: string) =>
  count(sql`select from address_searches where delivery_id = ${id} and closed_at is null`)

test('a code is typed, its letter is shown, a digit says the reason, and the field waits for the next', async () => {
  const { code, deliveryId } = await postLetter(db, '59002')

  const found = await operator.get(`/returns?code=${showReplyCode(code).toLowerCase()}`)
  assert.match(found.text, /Mairie : Abscon|Mairie\u00a0: Abscon/)
  const answer = await operator.post('/returns', { once: once(), deliveryId, key: '1' })
  const next = await operator.get(answer.location ?? '')

  assert.deepEqual(await stateOf(deliveryId), { state: 'returned', reason: 'unknown-recipient' })
  assert.equal(await searchesOf(deliveryId), 1)
  assert.equal(
    await count(sql`select from journal_entries where kind = 'letter-returned' and insee = '59002'`),
    1,
  )
  assert.match(next.text, /La recherche de sa bonne adresse est ouverte/)
  assert.match(next.text, /name="code"[^>]*autofocus/)
  assert.match(next.text, /1\u00a0lettre revenue/)
})

test('the address that a scanner types is read as the code', async () => {
  const { code } = await postLetter(db, '59172')
  const found = await operator.get(`/returns?code=${encodeURIComponent(`HTTPS://BEFFROI.EXAMPLE/R/${code}`)}`)

  assert.match(found.text, /Denain/)
  assert.match(found.text, /Pli refusé/)
})

test('a colleague who scans the square with a phone is offered to note the return; a town hall is not', async () => {
  const { code } = await postLetter(db, '59564')
  const colleague = await operator.get(`/r/${code}`)
  const townHall = await door.as('public').get(`/r/${code}`)

  assert.ok(colleague.text.includes(`/returns?code=${code}`))
  assert.doesNotMatch(townHall.text, /returns/)
})

test('a return typed twice, and a form posted twice, are recorded once', async () => {
  const { code, deliveryId } = await postLetter(db, '59481')
  const form = { once: once(), deliveryId, key: '2' }
  await operator.post('/returns', form)
  const twice = await operator.post('/returns', form)
  const again = await operator.get(`/returns?code=${code}`)

  assert.equal(twice.status, 303)
  assert.equal(again.status, 422)
  assert.match(again.text, /Déjà notée comme revenue, le .+ par .+ \(Le Quesnoy\)/)
  assert.equal(
    await count(sql`select from delivery_events where delivery_id = ${deliveryId} and kind = 'returned'`),
    1,
  )
})

test('two people who note the same return at once make one', async () => {
  const { deliveryId } = await postLetter(db, '59564')
  await Promise.all(['1', '4'].map((key) => operator.post('/returns', { once: once(), deliveryId, key })))

  assert.equal(
    await count(sql`select from delivery_events where delivery_id = ${deliveryId} and kind = 'returned'`),
    1,
  )
})

test('a refused letter proposes an opposition to the person, records none, and looks for no address', async () => {
  const { deliveryId } = await postLetter(db, '59002')
  const answer = await operator.post('/returns', { once: once(), deliveryId, reason: 'letter-refused' })
  const next = await operator.get(answer.location ?? '')

  assert.match(next.text, /Inscrire son opposition aux lettres/)
  assert.equal(await count(sql`select from opposition_organisations where insee = '59002'`), 0)
  assert.equal(await searchesOf(deliveryId), 0)
})

test('the last return is taken back: the letter is posted again, the search closed, and both events stay', async () => {
  const { deliveryId } = await postLetter(db, '59172')
  await operator.post('/returns', { once: once(), deliveryId, key: '2' })
  const answer = await operator.post('/returns/undoing', { deliveryId })
  const next = await operator.get(answer.location ?? '')
  const second = await operator.post('/returns/undoing', { deliveryId })

  assert.deepEqual(await stateOf(deliveryId), { state: 'posted', reason: null })
  assert.equal(await searchesOf(deliveryId), 0)
  assert.match(next.text, /La saisie est annulée/)
  assert.equal(second.status, 422)
  const events = await db.execute<{ kind: string }>(
    sql`select kind from delivery_events where delivery_id = ${deliveryId} order by at, id`,
  )
  assert.deepEqual(
    events.map(({ kind }) => kind),
    ['returned', 'return-undone'],
  )
  await operator.post('/returns', { once: once(), deliveryId, key: '4' })
  assert.deepEqual(await stateOf(deliveryId), { state: 'returned', reason: 'unclaimed' })
})

test('what cannot come back is told in a sentence: unknown, badly typed, not posted, answered, an e-mail', async () => {
  const problemOf = async (typed: string) => {
    const { status, text } = await operator.get(`/returns?code=${encodeURIComponent(typed)}`)
    assert.equal(status, 422)
    return text
  }
  let byte = 99
  assert.match(await problemOf(newReplyCode(() => Uint8Array.of(byte++))), /Aucune lettre ne porte ce code/)
  assert.match(await problemOf('ABC'), /il compte dix signes/)

  const printed = await postLetter(db, '59002')
  await db.execute(sql`update deliveries set state = 'answered' where id = ${printed.deliveryId}`)
  assert.match(await problemOf(printed.code), /La mairie a répondu à cette lettre/)

  const other = await postLetter(db, '59481')
  await db.transaction((tx) =>
    markAnswered(tx, { insee: '59481', at: new Date(), deliveryId: other.deliveryId }),
  )
  const refused = await operator.post('/returns', { once: once(), deliveryId: other.deliveryId, key: '1' })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /rien n’est changé/)
})

test('a reason that is none asks again for that letter, and records nothing', async () => {
  const { deliveryId } = await postLetter(db, '59564')
  const answer = await operator.post('/returns', { once: once(), deliveryId, key: '7' })

  assert.equal(answer.status, 422)
  assert.match(answer.text, /Tapez 1, 2, 3 ou 4/)
  assert.match(answer.text, /La Sentinelle/)
  assert.equal((await stateOf(deliveryId))?.state, 'posted')
})
