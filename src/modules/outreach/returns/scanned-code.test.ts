import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newReplyCode, showReplyCode } from '#values/reply-code.ts'
import { reasonOfKey } from './return-reason.ts'
import { readScan } from './scanned-code.ts'

let byte = 7
const code = newReplyCode(() => Uint8Array.of(byte++))

test('a code is read as typed, and from the whole address that a scanner types', () => {
  const written = [
    code,
    showReplyCode(code),
    ` ${showReplyCode(code).toLowerCase()} `,
    `HTTPS://BEFFROI.EXAMPLE/R/${code}`,
    `https://beffroi.example/sous-dossier/r/${showReplyCode(code)}?x=1`,
  ]

  for (const typed of written) assert.deepEqual(readScan(typed), { ok: true, value: code }, typed)
})

test('a code cut short, and one with a wrong sign, are told apart', () => {
  assert.deepEqual(readScan(code.slice(1)), { ok: false, reason: 'malformed' })
  assert.deepEqual(readScan('https://beffroi.example/'), { ok: false, reason: 'malformed' })
  assert.deepEqual(readScan(`${code.slice(0, -1)}${code.endsWith('2') ? '3' : '2'}`), {
    ok: false,
    reason: 'wrong-check',
  })
})

test('the keys 1 to 4 say the four reasons of La Poste, and no other', () => {
  assert.deepEqual(['1', '2', '3', '4', '5', '0', ''].map(reasonOfKey), [
    'unknown-recipient',
    'bad-address',
    'letter-refused',
    'unclaimed',
    undefined,
    undefined,
    undefined,
  ])
})
