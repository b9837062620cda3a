import assert from 'node:assert/strict'
import { test } from 'node:test'
import communes from '@etalab/decoupage-administratif/data/communes.json' with { type: 'json' }
import { type NameLink, ofCommune, toCommune } from './commune-name.ts'

type Listed = { type: string; departement?: string; nom: string; typeLiaison: NameLink }

const nord = (communes as Listed[]).filter((c) => c.type === 'commune-actuelle' && c.departement === '59')

const usage: [name: string, link: NameLink, of: string, to: string][] = [
  ['Lille', 0, 'de Lille', 'à Lille'],
  ['Hem', 0, 'de Hem', 'à Hem'],
  ['Hazebrouck', 1, 'd’Hazebrouck', 'à Hazebrouck'],
  ['Abscon', 1, 'd’Abscon', 'à Abscon'],
  ['Étrœungt', 1, 'd’Étrœungt', 'à Étrœungt'],
  ['Le Quesnoy', 2, 'du Quesnoy', 'au Quesnoy'],
  ['La Sentinelle', 3, 'de La Sentinelle', 'à La Sentinelle'],
  ['Les Rues-des-Vignes', 4, 'des Rues-des-Vignes', 'aux Rues-des-Vignes'],
  ['Les Moëres', 4, 'des Moëres', 'aux Moëres'],
  ["L'Orée de Mormal", 5, 'de L’Orée de Mormal', 'à L’Orée de Mormal'],
  ['Aux Marais', 6, 'd’Aux Marais', 'à Aux Marais'],
  ['Las Illas', 7, 'de Las Illas', 'à Las Illas'],
  ['Los Masos', 8, 'de Los Masos', 'à Los Masos'],
]

test('a commune is named after de and à as its inhabitants say it', () => {
  for (const [name, link, of, to] of usage) {
    assert.equal(ofCommune(name, link), of)
    assert.equal(toCommune(name, link), to)
  }
})

test('every commune of the Nord is named without a wrong elision or a doubled article', () => {
  assert.equal(nord.length, 647)
  for (const { nom, typeLiaison } of nord) {
    const of = ofCommune(nom, typeLiaison)

    assert.doesNotMatch(of, /^d’[^AEIOUYHÀÂÉÈÊËÎÏÔŒÙ]/i)
    assert.doesNotMatch(of, /^de [AEIOUÀÂÉÈÊËÎÏÔŒÙ]/i)
    assert.doesNotMatch(of, /^de (Le|Les) |^(du|des) (Le|La|Les) /)
    assert.doesNotMatch(toCommune(nom, typeLiaison), /^à (Le|Les) |^(au|aux) (Le|La|Les) /)
  }
})

test('before an h, the official code decides: 6 communes of the Nord keep de', () => {
  const aspirated = nord.filter(({ nom, typeLiaison }) => nom.startsWith('H') && typeLiaison === 0)

  assert.deepEqual(
    aspirated.map(({ nom, typeLiaison }) => ofCommune(nom, typeLiaison)),
    ['de Haut-Lieu', 'de Hem', 'de Hem-Lenglet', 'de Holque', 'de Hon-Hergies', 'de Hoymille'],
  )
})
