import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq, sql } from 'drizzle-orm'
import { findStage, listJournal } from '#modules/journal/index.ts'
import { findDeliveryByReplyCode } from '#modules/outreach/index.ts'
import { newId } from '#platform/ids.ts'
import { foundPartnership, postLetter } from '#test/partnership.ts'
import { openDoor } from '#test/visit.ts'
import type { ReplyCode } from '#values/reply-code.ts'
import type { Member } from '#values/visitor.ts'
import { answerLetter } from './answer-letter.action.ts'
import { type Wish, wishes } from './contact.ts'
import { answersOfWave, findContact, inbox, listTransfers } from './contacts.queries.ts'
import { contacts } from './contacts.tables.ts'
import { settleContact, takeContact } from './follow-contact.action.ts'
import { recordContact } from './record-contact.action.ts'
import { transferContact } from './transfer-contact.action.ts'

const door = await openDoor()
const { db } = door.world
await foundPartnership(db, {
  operatorId: door.organisationId('operator'),
  associationId: door.organisationId('association'),
})
const at = new Date('2026-11-23T09:00:00Z')
const later = new Date('2026-11-24T09:00:00Z')

const memberOf = (role: 'operator' | 'association', name = 'Claire Delattre'): Member => ({
  role,
  userId: role,
  name,
  email: '',
  organisation: { id: door.organisationId(role), name: role === 'operator' ? 'Le CDG' : 'Les Amis du libre' },
})
const operator = memberOf('operator')
const association = memberOf('association', 'Karim Benali')
const everything = { state: 'all', q: '', page: 1 } as const

async function answer(
  code: ReplyCode,
  wish: Wish,
  said: { theme?: 'school'; id?: string; when?: Date } = {},
) {
  const delivery = await findDeliveryByReplyCode(db, code)
  assert.ok(delivery)
  const id = said.id ?? newId()
  const empty = { body: '', personName: '', phone: null, email: null }
  await answerLetter(db, { ...empty, id, code, delivery, wish, theme: said.theme ?? null }, said.when ?? at)
  return id
}

test('an answer reaches the inbox, the ledger, the journal and the stage together', async () => {
  const { code, deliveryId } = await postLetter(db, '59002')

  const id = await answer(code, 'call-back')

  assert.equal((await findContact(db, id, association)).commune, 'Abscon')
  assert.equal((await findStage(db, '59002')).stage, 'in-contact')
  assert.equal((await listJournal(db, '59002'))[0]?.sentence, 'La mairie d’Abscon demande à être rappelée.')
  const [delivery] = await db.execute(sql`select state from deliveries where id = ${deliveryId}`)
  assert.equal(delivery?.state, 'answered')
})

test('the same form posted twice, even at once, has one effect', async () => {
  const { code } = await postLetter(db, '59481')
  const id = newId()

  await Promise.all([
    answer(code, 'need', { id }),
    answer(code, 'need', { id }),
    answer(code, 'need', { id }),
  ])

  assert.equal((await db.select().from(contacts).where(eq(contacts.replyCode, code))).length, 1)
  assert.equal((await listJournal(db, '59481')).filter(({ kind }) => kind === 'answer-need').length, 1)
})

test('a town hall that asks not to be written to is opposed at once, by the same transaction', async () => {
  const { code } = await postLetter(db, '59564')

  await answer(code, 'do-not-write')

  const opposed = await db.execute(
    sql`select channel from opposition_organisations where insee = '59564' and lifted_at is null`,
  )
  assert.deepEqual(
    opposed.map(({ channel }) => channel),
    ['all'],
  )
  assert.equal((await findStage(db, '59564')).stage, 'declined')
})

test('a wave counts each commune once, by its latest answer', async () => {
  const { code, waveId } = await postLetter(db, '59172')

  await answer(code, 'not-now')
  await answer(code, 'need', { theme: 'school', when: later })

  assert.deepEqual(await answersOfWave(db, waveId), {
    communes: 1,
    'call-back': 0,
    need: 1,
    'not-now': 0,
    'do-not-write': 0,
  })
})

test('a contact belongs to one organisation: the other finds nothing, by any query', async () => {
  const { code } = await postLetter(db, '59172')
  const id = await answer(code, 'need', { theme: 'school' })

  await assert.rejects(findContact(db, id, operator), /suivi par un autre organisme/)
  await assert.rejects(takeContact(db, id, operator), /suivi par un autre organisme/)
  await assert.rejects(settleContact(db, id, operator, 'Fait.'), /suivi par un autre organisme/)
  await assert.rejects(
    transferContact(db, id, operator, { transferId: newId(), reason: 'Pour voir.' }),
    /suivi par un autre organisme/,
  )
  const seen = await inbox(db, operator, everything)
  assert.ok(!seen.contacts.some((contact) => contact.id === id))
})

test('a transfer moves the sight of a contact, with its trace, once', async () => {
  const { code } = await postLetter(db, '59172')
  const id = await answer(code, 'call-back')
  const given = { transferId: newId(), reason: 'Elle parle de signature électronique.' }

  await transferContact(db, id, association, given, later)
  await transferContact(db, id, association, given, later)

  await assert.rejects(findContact(db, id, association))
  assert.equal((await findContact(db, id, operator)).state, 'new')
  const trace = await listTransfers(db, id)
  assert.deepEqual(
    trace.map(({ byWhom, reason }) => ({ byWhom, reason })),
    [{ byWhom: 'Karim Benali', reason: 'Elle parle de signature électronique.' }],
  )
  const told = (await listJournal(db, '59172')).filter(({ kind }) => kind === 'contact-transferred')
  assert.equal(told.length, 1)
})

test('a call written down by a member is routed by its theme, or kept', async () => {
  const heard = {
    insee: '59002',
    channel: 'call',
    wish: 'need',
    theme: 'electronic-signature',
    body: '',
    personName: '',
    phone: null,
    email: null,
    receivedAt: at,
  } as const

  const routed = await recordContact(db, { ...heard, id: newId(), handler: 'by-theme' }, association)
  const kept = await recordContact(db, { ...heard, id: newId(), handler: 'ours' }, association)

  assert.equal(routed.organisationId, door.organisationId('operator'))
  assert.equal(kept.organisationId, door.organisationId('association'))
})

test('every wish of the form is one the database accepts', async () => {
  const { code } = await postLetter(db, '59002')

  for (const wish of wishes) await answer(code, wish)

  assert.equal((await db.select().from(contacts).where(eq(contacts.replyCode, code))).length, wishes.length)
})
