import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readPageRanges } from './page-ranges.ts'

test('pages are read as people write them, in order and once each', () => {
  const written: Record<string, number[]> = {
    '37–38': [37, 38],
    'pages 37 à 38 et 2': [2, 37, 38],
    '12, 40 ; 12': [12, 40],
    'p. 3-5': [3, 4, 5],
  }

  for (const [typed, value] of Object.entries(written))
    assert.deepEqual(readPageRanges(typed, 50), { ok: true, value }, typed)
})

test('what is no page, and a page beyond the lot, are told apart', () => {
  for (const typed of ['', 'toutes', '3–', '1.5'])
    assert.deepEqual(readPageRanges(typed, 50), { ok: false, reason: 'not-pages' }, typed)
  for (const typed of ['51', '0', '40–60', '5-3'])
    assert.deepEqual(readPageRanges(typed, 50), { ok: false, reason: 'not-in-lot' }, typed)
})
