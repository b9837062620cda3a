import assert from 'node:assert/strict'
import { test } from 'node:test'
import { release, reopen, type Standing, settle, take, transfer } from './contact.ts'

const at = new Date('2026-11-23T09:00:00Z')
const karim = { by: 'Karim', at }
const fresh: Standing = { state: 'new' }
const taken: Standing = { state: 'taken', takenBy: 'Karim', takenAt: at }
const settled: Standing = { state: 'settled', settledBy: 'Karim', settledAt: at, settlement: 'Rappelée.' }

test('a new contact is taken by one person; taking it twice is taking it once', () => {
  assert.deepEqual(take(fresh, karim), { ok: true, value: taken })
  assert.deepEqual(take(taken, { by: 'Karim', at: new Date() }), { ok: true, value: taken })
})

test('nobody takes what a colleague holds, nor what is settled', () => {
  assert.deepEqual(take(taken, { by: 'Nadia', at }), { ok: false, reason: 'taken-by-another' })
  assert.deepEqual(take(settled, karim), { ok: false, reason: 'already-settled' })
})

test('a contact that was taken can be put back, even by a colleague', () => {
  assert.deepEqual(release(taken), { ok: true, value: fresh })
})

test('a contact is settled with a sentence, once', () => {
  const settlement = 'Rappelée.'

  assert.deepEqual(settle(taken, { ...karim, settlement }), { ok: true, value: settled })
  assert.deepEqual(settle(settled, { ...karim, settlement }), { ok: true, value: settled })
  assert.deepEqual(settle(settled, { ...karim, settlement: 'Autre.' }), {
    ok: false,
    reason: 'already-settled',
  })
  assert.deepEqual(settle(taken, { ...karim, settlement: '  ' }), { ok: false, reason: 'settlement-missing' })
})

test('a contact settled too soon is taken up again', () => {
  assert.deepEqual(reopen(settled, karim), { ok: true, value: taken })
  assert.deepEqual(reopen(taken, karim), { ok: false, reason: 'not-settled' })
})

test('a transferred contact waits for somebody of the organisation that receives it', () => {
  const move = { from: 'clx', to: 'cdg', reason: 'Signature électronique.' }

  assert.deepEqual(transfer(taken, move), { ok: true, value: fresh })
  assert.deepEqual(transfer(taken, { ...move, to: 'clx' }), { ok: false, reason: 'already-there' })
  assert.deepEqual(transfer(taken, { ...move, reason: '' }), { ok: false, reason: 'reason-missing' })
  assert.deepEqual(transfer(settled, move), { ok: false, reason: 'already-settled' })
})
