import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseWebAddress } from './web-address.ts'

test('a web address is kept whole, its scheme added when it was left out', () => {
  assert.deepEqual(parseWebAddress(' www.Herin.example '), { ok: true, value: 'https://www.herin.example' })
  assert.deepEqual(parseWebAddress('http://herin.example/mairie?a=1'), {
    ok: true,
    value: 'http://herin.example/mairie?a=1',
  })
})

test('what is not a web address is refused', () => {
  for (const other of [
    '',
    'aucun',
    'mairie@herin.example',
    'javascript://herin.example',
    'ftp://herin.example',
    'a b.example',
  ])
    assert.deepEqual(parseWebAddress(other), { ok: false, reason: 'not-a-web-address' }, other)
})
