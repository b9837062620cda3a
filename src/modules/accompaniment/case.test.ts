import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  addStep,
  type Case,
  changeReferent,
  close,
  finishStep,
  handOver,
  isLate,
  moveStep,
  nextStep,
  reachOfClosing,
  removeStep,
  reopen,
  reviseStep,
  undoStep,
} from './case.ts'
import { dueOn, goalForTheme, goalKeys, goalOf } from './goal.ts'

const at = new Date('2026-11-23T09:00:00Z')
const karim = { by: 'Karim', at }
const visit = { id: 'visit', title: 'Visite', dueOn: '2026-12-07', done: null }
const quote = { id: 'quote', title: 'Devis', dueOn: '2027-01-07', done: null }
const open: Case = {
  id: 'case',
  organisationId: 'clx',
  referentId: null,
  steps: [visit, quote],
  state: 'open',
}
const closed: Case = {
  ...open,
  state: 'closed',
  outcome: 'partly',
  note: 'La sauvegarde manque.',
  closedAt: at,
  closedBy: 'Karim',
}

const titles = (decision: { ok: boolean; value?: Case }) => decision.value?.steps.map(({ id }) => id)
const reason = (decision: { ok: boolean; reason?: string }) => decision.reason

test('a step done is done by whoever did it first; it can be put back', () => {
  const done = finishStep(open, 'visit', karim)
  assert.ok(done.ok)
  const again = finishStep(done.value, 'visit', { by: 'Nadia', at: new Date() })
  assert.ok(again.ok)

  assert.deepEqual(again.value.steps[0]?.done, karim)
  assert.deepEqual(nextStep(again.value.steps), quote)
  assert.deepEqual(undoStep(again.value, 'visit'), { ok: true, value: open })
})

test('steps are added at the end, moved, renamed, taken away', () => {
  const training = { id: 'training', title: ' Formation ', dueOn: null }
  const longer = addStep(open, training)
  assert.ok(longer.ok)

  assert.deepEqual(titles(longer), ['visit', 'quote', 'training'])
  assert.deepEqual(titles(addStep(longer.value, training)), ['visit', 'quote', 'training'])
  assert.deepEqual(titles(moveStep(longer.value, 'training', 'earlier')), ['visit', 'training', 'quote'])
  assert.deepEqual(titles(moveStep(longer.value, 'training', 'later')), ['visit', 'quote', 'training'])
  assert.deepEqual(titles(removeStep(longer.value, 'quote')), ['visit', 'training'])
  const renamed = reviseStep(open, 'quote', { title: 'Deux devis', dueOn: null })
  assert.ok(renamed.ok)
  assert.equal(renamed.value.steps[1]?.title, 'Deux devis')
})

test('what was done is neither renamed nor taken away', () => {
  const done = finishStep(open, 'visit', karim)
  assert.ok(done.ok)

  assert.equal(reason(reviseStep(done.value, 'visit', quote)), 'step-already-done')
  assert.equal(reason(removeStep(done.value, 'visit')), 'step-already-done')
})

test('a closed case is not worked on until it is opened again, with a reason', () => {
  assert.equal(reason(finishStep(closed, 'visit', karim)), 'case-closed')
  assert.equal(reason(addStep(closed, quote)), 'case-closed')
  assert.equal(reason(changeReferent(closed, null, [])), 'case-closed')
  assert.equal(reason(handOver(closed, { to: 'cdg', reason: 'x' })), 'case-closed')
  assert.equal(reason(reopen(closed, ' ')), 'reason-missing')
  assert.equal(reason(reopen(open, 'x')), 'not-closed')
  assert.deepEqual(reopen(closed, 'Le serveur est en panne.'), { ok: true, value: open })
})

test('an end short of the goal says why; closing twice the same way is closing once', () => {
  assert.equal(reason(close(open, { ...karim, outcome: 'abandoned', note: '' })), 'note-missing')
  assert.ok(close(open, { ...karim, outcome: 'autonomous', note: '' }).ok)
  assert.deepEqual(close(closed, { ...karim, outcome: 'partly', note: 'Autre.' }), {
    ok: true,
    value: closed,
  })
  assert.equal(reason(close(closed, { ...karim, outcome: 'autonomous', note: '' })), 'already-closed')
})

test('the referent is a colleague, or nobody yet', () => {
  assert.ok(changeReferent(open, 'karim', ['karim']).ok)
  assert.ok(changeReferent(open, null, ['karim']).ok)
  assert.equal(reason(changeReferent(open, 'claire', ['karim'])), 'referent-elsewhere')
})

test('a case handed over leaves its referent behind', () => {
  const handed = handOver({ ...open, referentId: 'karim' }, { to: 'cdg', reason: 'E-administration.' })

  assert.deepEqual(handed, { ok: true, value: { ...open, organisationId: 'cdg', referentId: null } })
  assert.equal(reason(handOver(open, { to: 'clx', reason: 'x' })), 'already-there')
})

test('a step is late the day after its day, and never once done', () => {
  assert.equal(isLate(visit, '2026-12-07'), false)
  assert.equal(isLate(visit, '2026-12-08'), true)
  assert.equal(isLate({ ...visit, done: karim }, '2026-12-08'), false)
})

test('a commune is left in contact only when nobody else accompanies it', () => {
  assert.equal(reachOfClosing('autonomous', { otherOpenCases: 1 }), 'autonomous')
  assert.equal(reachOfClosing('partly', { otherOpenCases: 0 }), 'left')
  assert.equal(reachOfClosing('partly', { otherOpenCases: 1 }), undefined)
})

test('each goal proposes steps in the order of their days', () => {
  for (const key of goalKeys) {
    const days = goalOf(key).steps.map(({ day }) => day)
    assert.deepEqual(
      days,
      days.toSorted((a, b) => a - b),
      key,
    )
  }
})

test('a contact’s theme suggests the goal, and days are counted in the calendar', () => {
  assert.equal(goalForTheme('cemetery'), 'cemetery')
  assert.equal(goalForTheme('electronic-signature'), 'e-administration')
  assert.equal(goalForTheme(null), 'other')
  assert.equal(dueOn({ title: '', day: 14 }, '2026-12-25'), '2027-01-08')
})
