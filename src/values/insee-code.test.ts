import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accept, refuse } from './decision.ts'
import { departementOf, parseInseeCode } from './insee-code.ts'

test('a code of the mainland, of Corsica and from overseas are read as they are', () => {
  assert.deepEqual(['59172', '2A004', '97411'].map(parseInseeCode), ['59172', '2A004', '97411'].map(accept))
})

test('the zero that a spreadsheet ate is put back', () => {
  assert.deepEqual(parseInseeCode(' 1053 '), accept('01053'))
})

test('a lower-case Corsican code is read', () => {
  assert.deepEqual(parseInseeCode('2b033'), accept('2B033'))
})

test('what is not a code is refused', () => {
  for (const text of ['', '591721', 'Denain', '2C004', '59 172']) {
    assert.deepEqual(parseInseeCode(text), refuse('not-an-insee-code'), text)
  }
})

test('the departement is read in the code, on three characters overseas', () => {
  assert.deepEqual(['01053', '2A004', '97411', '98735'].map(departementOf), ['01', '2A', '974', '987'])
})
