import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stagePath } from './stage-path.ts'

test('the path keeps what moved the commune, oldest first', () => {
  const path = stagePath([
    { at: '2026-10-12', reaches: 'accompanied' },
    { at: '2026-10-01', reaches: 'written' },
    { at: '2026-09-21', reaches: 'in-contact' },
    { at: '2026-09-20', reaches: null },
    { at: '2026-09-14', reaches: 'written' },
  ])

  assert.deepEqual(
    path.map(({ stage }) => stage),
    ['written', 'in-contact', 'accompanied'],
  )
})
