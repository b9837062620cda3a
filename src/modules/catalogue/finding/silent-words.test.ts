import assert from 'node:assert/strict'
import { test } from 'node:test'
import { silentWords } from './silent-words.ts'

test('what could tell a person is not kept: e-mails, telephones, numbers, addresses of sites', () => {
  assert.equal(silentWords('logiciel pour jean.dupont@mairie.fr'), 'logiciel pour')
  assert.equal(silentWords('rappeler au 03 27 12 34 56 svp'), 'rappeler au svp')
  assert.equal(silentWords('dossier 2024-000123 permis'), 'dossier permis')
  assert.equal(silentWords('voir https://exemple.fr/x?y=1 merci'), 'voir merci')
})

test('what holds no word is not kept at all', () => {
  for (const text of ['', '   ', '12345', '🙂', '<b></b>', '…'])
    assert.equal(silentWords(text), undefined, text)
})

test('a long search is cut, and one said in capitals is the same', () => {
  assert.equal(silentWords('GESTION des  Bidules !'), 'gestion des bidules')
  assert.equal((silentWords('mot '.repeat(2_500)) ?? '').length <= 200, true)
})
