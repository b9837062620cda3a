import assert from 'node:assert/strict'
import { test } from 'node:test'
import { healthOf } from './health.ts'

const now = new Date('2026-11-24T12:00:00Z')
const labels = (developmentStatus: string | null, releasedOn: string | null) =>
  healthOf({ developmentStatus, releasedOn }, now).map(({ label }) => label)

test('without a fact, nothing is said of the health of a software', () => {
  assert.deepEqual(labels(null, null), [])
})

test('what is abandoned is said to be, even with a recent version', () => {
  assert.deepEqual(labels('obsolete', '2026-06-01'), ['Abandonné', 'Nouvelle version depuis moins d’un an'])
})

test('a version grows old after one year, and is doubted after three', () => {
  assert.deepEqual(labels(null, '2025-11-25'), ['Nouvelle version depuis moins d’un an'])
  assert.deepEqual(labels(null, '2025-11-20'), ['Dernière version connue entre un et trois ans'])
  assert.deepEqual(labels(null, '2023-11-20'), ['Aucune version connue depuis trois ans'])
})
