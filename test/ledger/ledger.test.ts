import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import fc from 'fast-check'
import { type DeliveryState, mayMove } from '../../src/modules/outreach/deliveries/delivery.ts'
import { type Fault, openStage, type Stage } from './stage.ts'
import { type Step, stories } from './steps.ts'

/**
 * Any story of imports, merges, refusals, launches, sendings, crashes, answers and lots, lived by the real actions on a
 * real database. More of them: BEFFROI_PROPERTY_RUNS=500 npm test -- test/ledger; the same again: BEFFROI_PROPERTY_SEED.
 */
const runs = Number(process.env.BEFFROI_PROPERTY_RUNS ?? 8)
const patience = process.env.BEFFROI_PROPERTY_RUNS ? Number.POSITIVE_INFINITY : 1_600
const seed = Number(process.env.BEFFROI_PROPERTY_SEED ?? crypto.getRandomValues(new Int32Array(1))[0])

const stage = await openStage()

type Look = (stage: Stage, audiences: ReadonlyMap<string, number>) => Promise<void>

const nothingRefusedIsWritten: Look = async ({ lookAtClaims, broken }) => {
  await lookAtClaims()
  assert.deepEqual(broken, [])
}

const everyMoveIsAnArrow: Look = async ({ moves }) => {
  const strayed = (await moves()).filter(
    ({ origin, target }) => !mayMove(origin as DeliveryState, target as DeliveryState),
  )
  assert.deepEqual(strayed, [])
}

const everyWaveAddsUp: Look = async ({ tallies }, audiences) => {
  for (const { wave, rows, communes } of await tallies())
    assert.deepEqual({ rows, communes }, { rows: audiences.get(wave), communes: audiences.get(wave) })
}

/** Lives the stories and looks after each step; a planted fault is lived in every step. */
const live = (
  look: Look,
  { fault, mayBegin = () => true }: { fault?: Fault; mayBegin?: () => boolean } = {},
) =>
  fc.asyncProperty(stories, async (story: readonly Step[]) => {
    if (!mayBegin()) return
    const audiences = new Map<string, number>()
    await stage.begin()
    for (const step of story) {
      const audience = await stage.audienceToday(step)
      await stage.act(step, fault)
      for (const wave of await stage.waveIds()) if (!audiences.has(wave)) audiences.set(wave, audience)
      await look(stage, audiences)
    }
  })

/** As many stories as time allows, one at least: a story begun is always lived to its end. */
async function holds(t: TestContext, look: Look) {
  const end = performance.now() + patience
  let begun = 0
  const mayBegin = () => {
    const isInTime = begun === 0 || performance.now() < end
    if (isInTime) begun += 1
    return isInTime
  }
  const lived = await fc.check(live(look, { mayBegin }), { numRuns: runs, seed })
  t.diagnostic(`${begun} stories, seed ${lived.seed}`)

  assert.equal(lived.failed, false, fc.defaultReportMessage(lived))
}

/** A fault planted on purpose is found by the same look, on the story where it shows. */
async function finds(look: Look, fault: Fault, story: Step[]) {
  const told = { numRuns: 1, seed: 1, examples: [[story] as [Step[]]], endOnFailure: true }
  const faulty = await fc.check(live(look, { fault }), told)
  const sound = await fc.check(live(look), told)

  assert.deepEqual([faulty.failed, sound.failed], [true, false])
}

const launch: Step = { do: 'launch', way: 'email-first' }
const invite: Step = { do: 'invite' }
const send: Step = { do: 'send', outcome: 'accepted', midway: undefined }

test('no sequence of imports, merges, deletions, launches and liftings writes to who refused', (t) =>
  holds(t, nothingRefusedIsWritten))

test('an invitation to a company that refused, itself or by the mailbox it shares with a town hall, is found', async () => {
  const company: Step = { do: 'oppose-company', company: 1 }
  const shared: Step = { do: 'oppose-mailbox', mailbox: 0, spelling: 1 }

  await finds(nothingRefusedIsWritten, 'invitation-lifts', [company, invite])
  await finds(nothingRefusedIsWritten, 'invitation-lifts', [shared, invite])
})

test('a claim that asks nobody, or an import that lifts, is found', async () => {
  const denain: Step = { do: 'oppose', insee: '59172', channel: 'all' }
  const mailbox: Step = { do: 'oppose-mailbox', mailbox: 0, spelling: 1 }
  const annuaire: Step = { do: 'import', insee: '59002', mailbox: 0, spelling: 2 }

  await finds(nothingRefusedIsWritten, 'claims-without-asking', [denain, launch, { do: 'merge' }, send])
  await finds(nothingRefusedIsWritten, 'import-lifts', [mailbox, annuaire, launch])
})

test('whatever happens, the states move along the arrows only, without the database to hold them', (t) =>
  holds(t, everyMoveIsAnArrow))

test('an action that goes back on what was accepted is found', () =>
  finds(everyMoveIsAnArrow, 'goes-back', [launch, send]))

test('whatever happens, the states of a wave add up to its audience', (t) => holds(t, everyWaveAddsUp))

test('a ledger that forgets a row is found', () =>
  finds(everyWaveAddsUp, 'forgets-a-row', [
    { do: 'answer', insee: '59002' },
    launch,
    { do: 'answer', insee: '59002' },
  ]))
