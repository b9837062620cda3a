import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkSentence, checkStanding, type WaveCheck } from './wave-check.ts'

const at = new Date('2026-11-02T09:00:00Z')
const passed: WaveCheck = { kind: 'reply-page', digest: 'a', isPassed: true, sentence: 'Prise.', at }
const asked = { kind: 'reply-page', digest: 'a' }

test('a check holds one day, and not a moment more', () => {
  assert.equal(checkStanding([passed], asked, new Date('2026-11-03T08:59:59Z')).state, 'passed')
  assert.equal(checkStanding([passed], asked, new Date('2026-11-03T09:00:00Z')).state, 'too-old')
})

test('the last check counts, of the same kind and on the same content', () => {
  const failed = { ...passed, isPassed: false, sentence: 'Refusée.' }

  assert.equal(checkSentence(checkStanding([failed, passed], asked, at)), 'Refusée.')
  assert.equal(checkStanding([passed], { ...asked, digest: 'b' }, at).state, 'never')
  assert.equal(checkStanding([passed], { ...asked, kind: 'one-click' }, at).state, 'never')
})
