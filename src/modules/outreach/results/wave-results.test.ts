import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { recordFact } from '#modules/journal/index.ts'
import { newId } from '#platform/ids.ts'
import { addTownHalls, foundProgramme } from '#test/town-halls.ts'
import { freshWorld } from '#test/world.ts'
import { listMessages, seedMessages } from '../messages/messages.queries.ts'
import { sentenceOf } from './responses.tsx'
import { findWaveResults, listWaveResults } from './wave-results.queries.ts'

const { db } = await freshWorld()
const { programmeId } = await foundProgramme(db)
await addTownHalls(db, programmeId)
await seedMessages(db, new Date('2026-01-01'))
const message = (await listMessages(db))[0]?.id ?? ''

/** A wave launched on a day, with what it wrote to whom. */
async function wave(
  name: string,
  day: string,
  rows: readonly [insee: string, channel: string, state: string][],
) {
  const id = newId()
  await db.execute(sql`insert into waves (id, programme_id, name, message_id, channel, state, created_at, created_by,
      launched_at, launched_by, frozen_subject, frozen_body, frozen_signature, frozen_sender)
    values (${id}, ${programmeId}, ${name}, ${message}, 'email-first', 'launched', ${day}, 'Claire', ${day}, 'Claire', 'o', 'c', '', '{}')`)
  for (const [insee, channel, state] of rows)
    await db.execute(sql`insert into deliveries (id, wave_id, insee, channel, state, reason, created_at)
      values (${newId()}, ${id}, ${insee}, ${channel}, ${state}, ${state === 'excluded' ? 'opposed' : null}, ${day})`)
  return id
}
const heard = (insee: string, kind: string, day: string) =>
  recordFact(db, { insee, at: new Date(day), kind, sentence: 'dit', actor: 'Claire' })

const first = await wave('Première', '2026-03-02', [
  ['59002', 'letter', 'posted'],
  ['59032', 'email', 'accepted'],
  ['59092', 'email', 'bounced'],
  ['59172', 'none', 'excluded'],
])
const second = await wave('Relance', '2026-04-02', [
  ['59032', 'email', 'accepted'],
  ['59002', 'letter', 'planned'],
])
await heard('59002', 'answer-need', '2026-03-10')
await heard('59002', 'heard-call-back', '2026-04-20')
await heard('59032', 'answer-call-back', '2026-04-10')
await heard('59092', 'answer-not-now', '2026-03-12')

test('a town hall has one response, which belongs to the last wave that had reached it by then', async () => {
  assert.deepEqual(
    (await listWaveResults(db)).map(({ label, k, n }) => `${label} ${k}/${n}`),
    ['Première 1/3', 'Relance 1/1'],
  )
})

test('the responses to a wave are told by way and by stratum, and add up', async () => {
  const { all, channels, strata } = await findWaveResults(db, first)

  assert.deepEqual([all.k, all.n], [1, 3])
  assert.deepEqual(channels.map(({ label, k, n }) => `${label} ${k}/${n}`).sort(), [
    'Par courriel 0/2',
    'Par lettre 1/1',
  ])
  assert.equal(
    strata.reduce((sum, { n }) => sum + n, 0),
    3,
  )
  assert.equal((await findWaveResults(db, second)).all.n, 1)
})

test('two small waves are said to be too small, with the size it would take, and none is called better', () => {
  const sentence = sentenceOf({ label: 'A', k: 5, n: 50 }, { label: 'B', k: 5, n: 50 })

  assert.match(sentence, /trop petites pour être comparées/)
  assert.match(sentence, /686 mairies dans chacune, et elles en ont atteint 50 et 50/)
})
