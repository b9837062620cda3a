import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lookStanding, type TestCopy } from './test-copy.ts'

const seenAt = new Date('2026-11-02T09:00:00Z')
const seen: TestCopy = { digest: 'a', channel: 'email', seenAt, seenBy: 'Claire' }

test('a look holds one day, and not a moment more', () => {
  assert.equal(lookStanding([seen], 'a', new Date('2026-11-03T08:59:59Z')).state, 'seen')
  assert.equal(lookStanding([seen], 'a', new Date('2026-11-03T09:00:00Z')).state, 'too-old')
})

test('a look is of the text that was looked at', () => {
  assert.equal(lookStanding([seen], 'b', seenAt).state, 'other-text')
  assert.equal(lookStanding([], 'a', seenAt).state, 'none')
})

test('a copy that nobody says to have looked at counts for nothing', () => {
  const waiting = { ...seen, seenAt: null, seenBy: null }

  assert.equal(lookStanding([waiting], 'a', seenAt).state, 'not-looked-at')
  assert.equal(lookStanding([waiting, seen], 'a', seenAt).state, 'seen')
})
