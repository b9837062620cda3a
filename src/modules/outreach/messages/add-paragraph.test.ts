import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addLegalNotice, addParagraph, lineExcerpt } from './add-paragraph.ts'

test('a paragraph is added under the text, above the legal notice', () => {
  const body = addParagraph('Bonjour.\n\n{{mentions_legales}}\n', 'Un thème.')

  assert.equal(body, 'Bonjour.\n\nUn thème.\n\n{{mentions_legales}}\n')
})

test('without a legal notice, a paragraph ends the text', () => {
  assert.equal(addParagraph('Bonjour.\n', 'Un thème.'), 'Bonjour.\n\nUn thème.')
  assert.equal(addParagraph('', 'Un thème.'), 'Un thème.')
})

test('the legal notice is added once', () => {
  const body = addLegalNotice('Bonjour.')

  assert.equal(body, 'Bonjour.\n\n{{mentions_legales}}\n')
  assert.equal(addLegalNotice(body), body)
})

test('a line is shown by its beginning', () => {
  assert.equal(lineExcerpt('un\n deux mots ', 2), 'deux mots')
  assert.equal(lineExcerpt('a'.repeat(70), 1), `${'a'.repeat(60)}…`)
  assert.equal(lineExcerpt('un', 9), '')
})
