import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { compare, neededPerGroup, wilson } from './rates.ts'

const rounded = (k: number, n: number) => {
  const { low, high } = wilson({ k, n })
  return [Math.round(low * 10_000) / 10_000, Math.round(high * 10_000) / 10_000]
}

test('the interval is the one published: Newcombe 1998, table I, method 3', () => {
  assert.deepEqual(rounded(81, 263), [0.2553, 0.3662])
  assert.deepEqual(rounded(15, 148), [0.0624, 0.1605])
  assert.deepEqual(rounded(0, 20), [0, 0.1611])
  assert.deepEqual(rounded(1, 29), [0.0061, 0.1718])
})

test('of nothing, nothing is known', () => {
  assert.deepEqual(wilson({ k: 0, n: 0 }), { low: 0, high: 1 })
})

test('the interval always holds the share observed, within 0 and 1', () => {
  fc.assert(
    fc.property(fc.nat(5000), fc.nat(5000), (a, b) => {
      const [k, n] = [Math.min(a, b), Math.max(a, b, 1)]
      const { low, high } = wilson({ k, n })
      assert.ok(0 <= low && low <= k / n && k / n <= high && high <= 1)
    }),
  )
})

test('to tell 10 % from 15 % takes 686 in each group, and fewer when the difference is larger', () => {
  assert.equal(neededPerGroup(0.1, 0.15), 686)
  assert.equal(neededPerGroup(0.1, 0.2), 199)
})

test('two waves of a department say nothing of each other, large ones do', () => {
  const small = compare({ k: 5, n: 50 }, { k: 12, n: 50 })
  assert.deepEqual(small.verdict === 'too-small' && [small.base, small.needed > 686], [0.17, true])
  assert.equal(compare({ k: 80, n: 1000 }, { k: 130, n: 1000 }).verdict, 'differ')
  assert.equal(compare({ k: 100, n: 1000 }, { k: 105, n: 1000 }).verdict, 'same')
  assert.equal(compare({ k: 0, n: 0 }, { k: 0, n: 0 }).verdict, 'too-small')
})
