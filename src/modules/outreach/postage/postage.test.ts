import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Price, postageCost, priceInForce, readEuros } from './postage.ts'

const price = (other: Partial<Price>): Price => ({
  kind: 'stamp',
  product: 'Lettre verte',
  upToGrams: 20,
  cents: 116,
  validFrom: '2023-01-01',
  isDoubtful: false,
  ...other,
})
const prices = [
  price({}),
  price({ upToGrams: 100, cents: 232 }),
  price({ validFrom: '2026-01-01', cents: 150 }),
  price({ kind: 'sheet', product: 'Papier', upToGrams: null, cents: 3 }),
  price({ kind: 'envelope', product: 'Enveloppe', upToGrams: null, cents: 6, isDoubtful: true }),
]
const letters = { count: 47, sheets: 1, grams: 10, product: 'Lettre verte' }

test('the price in force is the last one begun, of the smallest step that carries the weight', () => {
  const stampOn = (on: string, grams: number) =>
    priceInForce(prices, { kind: 'stamp', product: 'Lettre verte', on, grams })?.cents

  assert.equal(stampOn('2025-12-31', 10), 116)
  assert.equal(stampOn('2026-01-01', 10), 150)
  assert.equal(stampOn('2026-01-01', 21), 232)
  assert.equal(stampOn('2022-12-31', 10), undefined)
  assert.equal(stampOn('2026-01-01', 101), undefined)
})

test('letters cost their stamps, their sheets and their envelopes', () => {
  assert.deepEqual(postageCost(prices, letters, '2026-02-01'), {
    ok: true,
    cents: 47 * (150 + 3 + 6),
    each: 159,
    isDoubtful: true,
  })
})

test('what no price is known for is named', () => {
  assert.deepEqual(postageCost(prices, { ...letters, product: 'Destineo' }, '2026-02-01'), {
    ok: false,
    missing: ['stamp'],
  })
  assert.deepEqual(postageCost([], letters, '2026-02-01'), {
    ok: false,
    missing: ['stamp', 'sheet', 'envelope'],
  })
})

test('an amount is read as people write it, in cents', () => {
  assert.deepEqual(['1,16', '1.5', '250', '1 250,00 €', '', '-3', '1,165', 'douze'].map(readEuros), [
    116,
    150,
    25000,
    125000,
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})
