import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withWords } from '#values/with-words.ts'

test('an address carries the words that have a value, written as an address writes them', () => {
  assert.equal(
    withWords('/find', { q: 'état civil', commune: undefined, kind: '', page: 2 }),
    '/find?q=%C3%A9tat+civil&page=2',
  )
})

test('without any word, an address is its path', () => {
  assert.equal(withWords('/find', { q: '' }), '/find')
})
