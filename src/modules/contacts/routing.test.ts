import assert from 'node:assert/strict'
import { test } from 'node:test'
import { handlerOf, organisationFor, otherPartner } from './routing.ts'
import { themes } from './theme.ts'

test('every theme of e-administration goes to the operator, and every other to the association', () => {
  const operators = themes.filter((theme) => handlerOf({ theme, body: '' }) === 'operator')

  assert.deepEqual(operators, ['e-administration', 'acts-transmission', 'electronic-signature'])
})

test('a call-back without a theme goes to the association, which raises awareness', () => {
  assert.equal(handlerOf({ theme: null, body: '' }), 'association')
  assert.equal(handlerOf({ theme: null, body: 'Il nous faut un serveur de fichiers' }), 'association')
})

test('a need without a theme goes to the operator when its words speak of e-administration', () => {
  for (const body of [
    'La dématérialisation des délibérations',
    'un PARAPHEUR électronique',
    'Comment se connecter à S²LOW ?',
    'contrôle de légalité',
    'e-administration',
  ])
    assert.equal(handlerOf({ theme: null, body }), 'operator', body)
})

test('a chosen theme is believed before the words', () => {
  assert.equal(handlerOf({ theme: 'school', body: 'et la signature électronique' }), 'association')
})

test('each partner hands over to the other', () => {
  const partners = { operatorId: 'cdg', associationId: 'clx' }

  assert.equal(organisationFor('operator', partners), 'cdg')
  assert.equal(otherPartner('cdg', partners), 'clx')
  assert.equal(otherPartner('clx', partners), 'cdg')
})
