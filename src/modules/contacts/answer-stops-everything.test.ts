import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { findDeliveryByReplyCode } from '#modules/outreach/index.ts'
import { newId } from '#platform/ids.ts'
import { foundPartnership, postLetter } from '#test/partnership.ts'
import { openDoor, withoutFrance } from '#test/visit.ts'
import type { Member } from '#values/visitor.ts'
import { answerLetter } from './answer-letter.action.ts'
import type { Channel } from './contact.ts'
import { recordContact } from './record-contact.action.ts'

const door = await openDoor(withoutFrance)
const { db } = door.world
await foundPartnership(db, {
  operatorId: door.organisationId('operator'),
  associationId: door.organisationId('association'),
})
const at = new Date('2026-11-23T09:00:00Z')
const claire: Member = {
  role: 'operator',
  userId: 'operator',
  name: 'Claire Delattre',
  email: '',
  organisation: { id: door.organisationId('operator'), name: 'Le CDG' },
}
const silent = { theme: null, body: '', personName: '', phone: null, email: null } as const

/** A town hall to which three other waves are about to write: by e-mail, by a letter to compose, by a printed one. */
async function aboutToBeWritten(insee: string) {
  const posted = await postLetter(db, insee)
  for (const [channel, state] of [
    ['email', 'rendered'],
    ['letter', 'planned'],
    ['letter', 'printed'],
  ] as const) {
    const { deliveryId } = await postLetter(db, insee)
    await db.execute(sql`alter table deliveries disable trigger deliveries_follow_arrows`)
    await db.execute(
      sql`update deliveries set channel = ${channel}, state = ${state} where id = ${deliveryId}`,
    )
    await db.execute(sql`alter table deliveries enable trigger deliveries_follow_arrows`)
  }
  return posted
}
const statesOf = async (insee: string) =>
  (
    await db.execute<{ state: string }>(
      sql`select state from deliveries where insee = ${insee} order by created_at, id`,
    )
  ).map(({ state }) => state)

const stopped = ['excluded', 'excluded', 'excluded']

test('a code typed stops every other message to the town hall', async () => {
  const { code } = await aboutToBeWritten('59002')
  const delivery = await findDeliveryByReplyCode(db, code)
  assert.ok(delivery)
  await answerLetter(db, { ...silent, id: newId(), code, delivery, wish: 'call-back' }, at)

  assert.deepEqual(await statesOf('59002'), ['answered', ...stopped])
})

for (const [insee, channel] of [
  ['59172', 'call'],
  ['59481', 'email'],
  ['59564', 'visit'],
] as const satisfies readonly (readonly [string, Channel])[])
  test(`an answer noted (${channel}) stops every other message to the town hall`, async () => {
    await aboutToBeWritten(insee)
    const heard = {
      ...silent,
      id: newId(),
      insee,
      channel,
      wish: 'need',
      receivedAt: at,
      handler: 'ours',
    } as const
    await recordContact(db, heard, claire)

    assert.deepEqual(await statesOf(insee), ['answered', ...stopped])
  })
