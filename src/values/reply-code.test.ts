import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { accept, refuse } from './decision.ts'
import { newReplyCode, parseReplyCode, showReplyCode } from './reply-code.ts'

const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const codes = fc
  .array(fc.integer({ min: 0, max: 30 }), { minLength: 9, maxLength: 9 })
  .map((bytes) => newReplyCode(() => Uint8Array.of(bytes.shift() ?? 0)))
const symbols = fc.constantFrom(...alphabet)
const ranks = fc.integer({ min: 0, max: 9 })

test('a code is read back as it was printed', () => {
  fc.assert(
    fc.property(codes, (code) => {
      assert.deepEqual(parseReplyCode(showReplyCode(code)), accept(code))
    }),
  )
})

test('case, spaces and hyphens do not matter', () => {
  const code = newReplyCode(randomBytes)
  const typed = ` ${code.slice(0, 3).toLowerCase()} ${code.slice(3, 7)}–${code.slice(7)} `

  assert.deepEqual(parseReplyCode(typed), accept(code))
})

test('any single wrong character is caught', () => {
  fc.assert(
    fc.property(codes, ranks, symbols, (code, rank, symbol) => {
      fc.pre(code[rank] !== symbol)
      const typed = code.slice(0, rank) + symbol + code.slice(rank + 1)

      assert.deepEqual(parseReplyCode(typed), refuse('wrong-check'))
    }),
  )
})

test('any two swapped neighbours are caught', () => {
  fc.assert(
    fc.property(codes, fc.integer({ min: 0, max: 8 }), (code, rank) => {
      fc.pre(code[rank] !== code[rank + 1])
      const typed = `${code.slice(0, rank)}${code[rank + 1]}${code[rank]}${code.slice(rank + 2)}`

      assert.deepEqual(parseReplyCode(typed), refuse('wrong-check'))
    }),
  )
})

test('a glyph we never print is read as the one it was taken for', () => {
  fc.assert(
    fc.property(codes, ranks, (code, rank) => {
      const taken: Record<string, string[]> = {
        Q: ['O', '0'],
        D: ['O', '0'],
        '7': ['1', 'I', 'L'],
        J: ['1', 'I', 'L'],
      }
      for (const glyph of taken[code[rank] ?? ''] ?? []) {
        const typed = code.slice(0, rank) + glyph + code.slice(rank + 1)
        assert.deepEqual(parseReplyCode(typed), accept(code))
      }
    }),
  )
})

test('a code too short, too long or with a foreign sign has not the shape of a code', () => {
  assert.deepEqual(parseReplyCode('ABCDE-FGHJ'), refuse('malformed'))
  assert.deepEqual(parseReplyCode('ABCDE-FGHJKM'), refuse('malformed'))
  assert.deepEqual(parseReplyCode('ABCDE-FGH€K'), refuse('malformed'))
  assert.deepEqual(parseReplyCode('constructor'), refuse('malformed'))
})

test('a code of doubtful glyphs only is refused rather than guessed', () => {
  assert.deepEqual(parseReplyCode('0O1IL0O1IL'), refuse('wrong-check'))
})
