import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placeAddress } from '../letters/address-block.ts'
import { type Area, envelopes, safeArea, sweptArea } from './envelope.ts'

const edges = ({ x, y, width, height }: Area) => [x, x + width, y, y + height]
const lines = (count: number, length = 20) => Array.from({ length: count }, () => 'A'.repeat(length))

test('the areas of the usual envelopes are those of arithmetic', () => {
  assert.deepEqual(edges(safeArea(envelopes.dl45)), [100, 190, 45, 79])
  assert.deepEqual(edges(sweptArea(envelopes.dl45)), [90, 200, 34, 90])
  assert.deepEqual(edges(safeArea(envelopes.dl35)), [100, 190, 55, 79])
  assert.deepEqual(edges(sweptArea(envelopes.dl35)), [90, 200, 44, 90])
  assert.deepEqual(edges(safeArea(envelopes.c56w45)), [109, 190, 49, 79])
  assert.deepEqual(edges(sweptArea(envelopes.c56w45)), [90, 209, 34, 94])
  assert.deepEqual(edges(safeArea(envelopes.c56w35)), [109, 190, 59, 79])
  assert.deepEqual(edges(sweptArea(envelopes.c56w35)), [90, 209, 44, 94])
})

test('a usual address starts at 109, 55, twelve characters an inch, and 38 of them fit', () => {
  const placed = placeAddress(lines(4, 38), envelopes.dl35)

  assert.ok(placed.ok)
  assert.deepEqual([placed.value.x, placed.value.y, placed.value.pitch], [109, 55, 4])
})

test('five or six lines are set tighter', () => {
  const placed = placeAddress(lines(6, 38), envelopes.dl35)

  assert.ok(placed.ok)
  assert.deepEqual([placed.value.size, placed.value.pitch], [9, 3.6])
})

test('the low window of a C5/6 starts at 59 and holds five lines, not six', () => {
  const five = placeAddress(lines(5), envelopes.c56w35)

  assert.equal(five.ok && five.value.y, 59)
  assert.deepEqual(placeAddress(lines(6), envelopes.c56w35), { ok: false, reason: 'too-many-lines' })
})

test('a line of 39 characters does not fit', () => {
  assert.deepEqual(placeAddress(lines(3, 39), envelopes.dl45), { ok: false, reason: 'line-too-wide' })
})
