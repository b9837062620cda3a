import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cutInLots, takeStep } from './lot.ts'

const letters = (count: number) =>
  Array.from({ length: count }, (_, rank) => ({ insee: String(rank), postcode: String(59999 - (rank % 7)) }))

test('letters are cut in lots of at most a hundred, each by postcode, and none is lost', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 700 }), (count) => {
      const lots = cutInLots(letters(count))

      assert.equal(lots.flat().length, count)
      assert.ok(lots.every(({ length }) => length > 0 && length <= 100))
      for (const lot of lots) {
        const postcodes = lot.map(({ postcode }) => postcode)
        assert.deepEqual(postcodes, postcodes.toSorted())
      }
    }),
  )
})

test('a hundred letters make one lot, a hundred and one make two', () => {
  assert.deepEqual(
    cutInLots(letters(100)).map(({ length }) => length),
    [100],
  )
  assert.deepEqual(
    cutInLots(letters(101)).map(({ length }) => length),
    [51, 50],
  )
})

test('a lot is printed, enclosed and posted, in that order and once each', () => {
  assert.equal(takeStep('composed', 'printed').ok, true)
  assert.deepEqual(takeStep('composed', 'posted'), { ok: false, reason: 'too-early' })
  assert.deepEqual(takeStep('posted', 'posted'), { ok: false, reason: 'already-done' })
  assert.deepEqual(takeStep('blocked', 'printed'), { ok: false, reason: 'not-composed' })
})
