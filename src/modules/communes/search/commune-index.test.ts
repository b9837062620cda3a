import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildCommuneIndex } from './commune-index.ts'

const commune = (insee: string, name: string, population: number, ...postalCodes: string[]) => ({
  insee,
  name,
  population,
  postalCodes,
  departement: insee.slice(0, 2),
  siren: insee === '59526' ? '215905266' : null,
  formerNames: insee === '59350' ? ['Lomme', 'Hellemmes'] : [],
})

const index = buildCommuneIndex([
  commune('59526', 'Saint-Amand-les-Eaux', 15_900, '59230'),
  commune('23180', 'Saint-Amand', 470, '23200'),
  commune('62741', 'Saint-Amand', 140, '62760'),
  commune('59368', 'La Madeleine', 22_500, '59110'),
  commune('59606', 'Valenciennes', 43_000, '59300'),
  commune('59032', 'Aulnoy-lez-Valenciennes', 7_400, '59300'),
  commune('59504', 'Rœulx', 3_600, '59172'),
  commune('59172', 'Denain', 20_600, '59220'),
  commune('59429', 'Neuville-sur-Escaut', 2_700, '59293'),
  commune('59009', "Villeneuve-d'Ascq", 61_000, '59491', '59493', '59650'),
  commune('59613', 'Vicq', 1_500, '59970'),
  commune('59616', 'Vieux-Condé', 10_100, '59690'),
  commune('59026', 'Aubigny-au-Bac', 1_100, '59265'),
  commune('59350', 'Lille', 238_000, '59000', '59160'),
  commune('80036', 'Aubigny', 500, '80800'),
])

const names = (text: string, within?: ReadonlySet<string>) =>
  index.search(text, { limit: 3, within }).map((match) => match.commune.insee)
const first = (text: string, within?: ReadonlySet<string>) => names(text, within)[0]

for (const [habit, text, insee] of [
  ['no accent, no hyphen, no capital', 'vieux conde', '59616'],
  ['a ligature written as two letters', 'roeulx', '59504'],
  ['St for Saint, and the department', 'st amand 59', '59526'],
  ['s/ for sur', 'neuville s/escaut', '59429'],
  ['a forgotten article', 'madeleine', '59368'],
  ['a forgotten little word', 'neuville escaut', '59429'],
  ['words in another order', 'eaux saint amand', '59526'],
  ['a letter doubled', 'vallenciennes', '59606'],
  ['a letter changed', 'valanciennes', '59606'],
  ['a letter forgotten', 'valencienes', '59606'],
  ['two letters swapped', 'vlaenciennes', '59606'],
  ['an apostrophe left out', 'villeneuve dascq', '59009'],
  ['a space at the wrong place', 'vieu xcondé', '59616'],
  ['no space at all', 'stamandleseaux', '59526'],
  ['the beginning of the name', 'villen', '59009'],
  ['the name and its postal code', 'saint amand 62760', '62741'],
  ['the department in words', 'aubigny nord', '59026'],
  ['the SIREN', '215 905 266', '59526'],
] as const) {
  test(`a commune is found by ${habit}: ${text}`, () => {
    assert.equal(first(text), insee)
  })
}

test('an exact name comes before a longer one, and the most populated of namesakes first', () => {
  assert.deepEqual(names('saint-amand'), ['23180', '62741', '59526'])
})

test('the communes of the perimeter come before their namesakes', () => {
  assert.equal(first('saint amand', new Set(['59526'])), '59526')
})

test('the name of a commune that merged leads to the one that answers for it, and says so', () => {
  const [match] = index.search('lomme', { limit: 3 })

  assert.deepEqual([match?.commune.name, match?.formerName, match?.isExact], ['Lille', 'Lomme', false])
})

test('five digits are a postal code first, then an INSEE code', () => {
  assert.deepEqual(names('59172'), ['59504', '59172'])
})

test('only what was typed exactly is said to be exact', () => {
  const isExact = (text: string) => index.search(text, { limit: 1 })[0]?.isExact

  assert.equal(isExact('la madeleine'), true)
  assert.equal(isExact('madelaine'), false)
  assert.equal(isExact('Saint-Amand 59'), false)
})

test('nothing typed, or nothing like any name, finds nothing', () => {
  assert.deepEqual(names('  '), [])
  assert.deepEqual(names('xyzwk'), [])
})
