import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inOrder, type Placeable } from './software-order.ts'

const full: Placeable = {
  fit: { level: 'full' },
  isFree: true,
  developmentStatus: 'stable',
  communes: 0,
  draw: 'b',
}
const part: Placeable = { ...full, fit: { level: 'part', missing: 'Pas de plan.' }, communes: 90 }

test('what meets the whole need comes first, however many use what meets a part', () => {
  assert.deepEqual(inOrder([part, full]), [full, part])
})

test('what is no longer free, or no longer made, comes after what is', () => {
  const drifted = { ...full, isFree: false, communes: 50 }
  const left = { ...full, developmentStatus: 'obsolete', communes: 40 }

  assert.deepEqual(inOrder([drifted, left, full]), [full, drifted, left])
})

test('what more communes confirmed comes before, and the draw of the day settles equals', () => {
  const used = { ...full, communes: 3 }
  const drawn = { ...full, draw: 'a' }

  assert.deepEqual(inOrder([full, drawn, used]), [used, drawn, full])
})
