import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readLines } from './perimeter-choice.ts'

test('a pasted list is read one commune per line, whatever surrounds it', () => {
  assert.deepEqual(readLines('Denain\r\n\n  Saint-Amand-les-Eaux  \nDenain\n'), [
    'Denain',
    'Saint-Amand-les-Eaux',
  ])
})

test('several names on one line are several communes', () => {
  assert.deepEqual(readLines('Denain, Escaudain ; Raismes'), ['Denain', 'Escaudain', 'Raismes'])
})

test('a line that holds an INSEE code is read by its code alone', () => {
  assert.deepEqual(readLines('59172;Denain;20622\n"2a004"\tAjaccio\n59006 L’Orée de Mormal'), [
    '59172',
    '2A004',
    '59006',
  ])
})
