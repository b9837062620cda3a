import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isPastRetention, keptSince } from './retention.ts'

const collectedAt = new Date('2023-11-02T09:00:00Z')

test('coordinates are kept three years from their collection, and not a moment more', () => {
  assert.equal(isPastRetention({ collectedAt }, new Date('2026-11-02T08:59:59Z')), false)
  assert.equal(isPastRetention({ collectedAt }, new Date('2026-11-02T09:00:00Z')), true)
})

test('a word from the town hall starts the three years again; an older one changes nothing', () => {
  const now = new Date('2027-01-01T00:00:00Z')

  assert.equal(isPastRetention({ collectedAt, lastHeardAt: new Date('2024-06-01') }, now), false)
  assert.equal(isPastRetention({ collectedAt, lastHeardAt: new Date('2022-06-01') }, now), true)
  assert.deepEqual(keptSince({ collectedAt, lastHeardAt: new Date('2022-06-01') }), collectedAt)
})

test('a reference of places holds no personal data, and is not kept too long', () => {
  assert.equal(isPastRetention({}, new Date('2126-01-01')), false)
})
