import assert from 'node:assert/strict'
import { test } from 'node:test'
import { atPlace, ofPlace } from './commune-name.ts'

const places = {
  denain: { name: 'Denain', nameType: 0 },
  abancourt: { name: 'Abancourt', nameType: 1 },
  lecateau: { name: 'Le Cateau-Cambrésis', nameType: 2 },
  sentinelle: { name: 'La Sentinelle', nameType: 3 },
  lilas: { name: 'Les Lilas', nameType: 4 },
  oree: { name: "L'Orée de Mormal", nameType: 5 },
  haspres: { name: 'Haspres', nameType: 0 },
  helesmes: { name: 'Hélesmes', nameType: 1 },
}

test('a name follows "de" the way its town hall writes it', () => {
  const written = Object.values(places).map(ofPlace)

  assert.deepEqual(written, [
    'de Denain',
    'd’Abancourt',
    'du Cateau-Cambrésis',
    'de La Sentinelle',
    'des Lilas',
    "de L'Orée de Mormal",
    'de Haspres',
    'd’Hélesmes',
  ])
})

test('a name follows "à" with its article contracted', () => {
  assert.deepEqual([places.denain, places.lecateau, places.lilas, places.sentinelle].map(atPlace), [
    'à Denain',
    'au Cateau-Cambrésis',
    'aux Lilas',
    'à La Sentinelle',
  ])
})
