import assert from 'node:assert/strict'
import { test } from 'node:test'
import { comparedAddress, comparedParts, kindOf } from './compared-address.ts'

test('an e-mail is compared in lower case, its domain in ASCII, its tag and its dots kept', () => {
  assert.equal(
    comparedAddress('email', '  Mairie.Centre+Lettre@ÉTRŒUNGT.fr '),
    'mairie.centre+lettre@xn--trungt-9ua46f.fr',
  )
  assert.notEqual(comparedAddress('email', 'mairie+a@x.fr'), comparedAddress('email', 'mairie@x.fr'))
  assert.notEqual(comparedAddress('email', 'ma.irie@x.fr'), comparedAddress('email', 'mairie@x.fr'))
})

test('a phone number is the same however it is typed', () => {
  assert.equal(comparedAddress('phone', '03 27 12 34 56'), comparedAddress('phone', '+33 (0)3.27.12.34.56'))
})

test('a postal address is its street and its town, whatever the abbreviations and whoever lives there', () => {
  const typed = comparedAddress('address', 'Madame Durand\n2 avenue du Général Leclerc\n59220 Denain')
  const printed = comparedParts({
    recipient: 'MAIRIE DE DENAIN',
    street: '2 AV GAL LECLERC',
    postcode: '59220',
    deliveryLabel: 'DENAIN CEDEX 2',
  })

  assert.equal(typed, printed)
  assert.notEqual(typed, comparedAddress('address', '4 avenue du Général Leclerc\n59220 Denain'))
  assert.notEqual(typed, comparedAddress('address', '2 avenue du Général Leclerc\n59220 Haveluy'))
})

test('a postal address without a street is refused: a whole town would be meant', () => {
  assert.equal(comparedAddress('address', '59220 Denain'), undefined)
  assert.equal(comparedAddress('address', 'Mairie de Denain\n59220 Denain'), undefined)
  assert.equal(comparedParts({ recipient: 'MAIRIE', postcode: '59220', deliveryLabel: 'DENAIN' }), undefined)
})

test('what a person types says of itself what it is', () => {
  assert.equal(kindOf('mairie@denain.example'), 'email')
  assert.equal(kindOf('03 27 12 34 56'), 'phone')
  assert.equal(kindOf('1 place de la Mairie, 59220 Denain'), 'address')
  assert.equal(kindOf('n’importe quoi'), undefined)
})
