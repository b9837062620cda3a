import assert from 'node:assert/strict'
import { test } from 'node:test'
import { retryAfter } from './retry.ts'

const first = new Date('2026-11-02T09:00:00Z')
const after = (minutes: number) => new Date(first.getTime() + minutes * 60_000)

test('a busy server is tried again five minutes later, then less and less often', () => {
  assert.deepEqual(retryAfter(1, first, first), { state: 'refused_temporary', at: after(5) })
  assert.deepEqual(retryAfter(2, first, after(5)), { state: 'refused_temporary', at: after(20) })
  assert.deepEqual(retryAfter(3, first, after(20)), { state: 'refused_temporary', at: after(80) })
})

test('the last try is 48 hours after the first refusal, and there is none after', () => {
  assert.deepEqual(retryAfter(7, first, after(41 * 60)), {
    state: 'refused_temporary',
    at: after(48 * 60),
  })
  assert.equal(retryAfter(8, first, after(48 * 60 - 1)).state, 'refused_temporary')
  assert.deepEqual(retryAfter(8, first, after(48 * 60)), { state: 'expired' })
})
