import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { openDoor } from '#test/visit.ts'
import { bodySearch } from './keep-pages.action.ts'

const door = await openDoor()
const match = await bodySearch(door.world.db)
const names = readFileSync(join(import.meta.dirname, 'fixtures/usedby-freetext-fr.csv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
const matched = names.map((name) => ({ name, ...match({ name, kind: null }) }))
const of = (level: string) => matched.filter((one) => one.level === level)

test('of the 58 names that Decidim’s users gave, 36 are tied to one commune, each rightly', () => {
  assert.equal(matched.length, 58)
  assert.equal(of('clear').length, 36)
  // those that are not written as INSEE does were looked at one by one
  assert.deepEqual(
    of('clear')
      .map(({ name, candidates }) => [name, candidates[0]?.name])
      .filter(([name, commune]) => name !== commune),
    [
      ['Binic-Etables sur Mer', 'Binic-Étables-sur-Mer'],
      ['Chambery', 'Chambéry'],
      ['Mairie d’Angers', 'Angers'],
      ['Rillieux-La-Pape', 'Rillieux-la-Pape'],
      ['Saint-Jean de Braye', 'Saint-Jean-de-Braye'],
      ['Ville de Bouscat', 'Le Bouscat'],
      ['Ville de Nancy', 'Nancy'],
      ['Ville Roubaix', 'Roubaix'],
    ],
  )
})

test('names that several communes bear, or that only begin like one, wait for a person', () => {
  assert.deepEqual(
    of('doubtful').map(({ name }) => name),
    ['Antibes Juan-les-Pins', 'Bagneux', 'Paris - La Mairie du 14e', 'Touraine', 'Valbonne Sophia Antipolis'],
  )
})

test('the 17 other bodies are no commune, whatever name they bear', () => {
  assert.deepEqual(
    of('none').map(({ name }) => name),
    [
      "Agence landaise pour l'informatique",
      'Agence Nationale de la Cohesion des Territoires',
      'Alsace',
      'Bordeaux Métropole',
      'Communes de la Métropole de Montpellier',
      'Departement de Herault',
      'Departement de La Mayenne',
      'Eau de Paris',
      'Est  Ensemble Grand Paris',
      'Loire Atlantique',
      'Loiret',
      'Métropole Européene de Lille',
      'Pays de Gex agglo',
      'Région Nouvelle-Aquitaine',
      'Sytral Mobilités',
      'Val de Marne',
      "Terriotir de l'Ouest",
    ],
  )
})

test('what another catalogue says is not an administration is no commune', () => {
  assert.equal(match({ name: 'Denain', kind: 'Association' }).level, 'none')
  assert.equal(match({ name: 'Denain', kind: 'Administration' }).level, 'clear')
})

test('an empty name, or one of ten thousand letters, ties nothing', () => {
  assert.equal(match({ name: '  ', kind: null }).level, 'none')
  assert.equal(match({ name: 'a'.repeat(10_000), kind: null }).level, 'none')
})
