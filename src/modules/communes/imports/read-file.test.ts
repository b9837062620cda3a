import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { readContent } from '#platform/files/read-content.ts'
import { guessMapping } from './column-mapping.ts'
import { detectFormat } from './detect-format.ts'
import { knownCommunes } from './known-communes.ts'
import type { Note } from './observation.ts'
import { readFile } from './read-file.ts'

const nord = [
  { insee: '59006', name: "L'Orée de Mormal", siren: '931637920', postalCodes: '59144 59570' },
  { insee: '59100', name: 'Bousignies', siren: '215901000', postalCodes: '59178' },
  { insee: '59172', name: 'Denain', siren: '215901729', postalCodes: '59220' },
  { insee: '59297', name: 'Hélesmes', siren: '215902974', postalCodes: '59171' },
]
const merged = [{ formerInsee: '59070', insee: '59006' }]
const communes = knownCommunes(nord, merged)
const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url))
const utf8 = (text: string) => new TextEncoder().encode(text)

function read(bytes: Uint8Array, known = communes) {
  const content = readContent(bytes)
  assert.ok(content.ok)
  const format = detectFormat(content.value)
  assert.ok(format)
  const mapping = content.value.kind === 'table' ? guessMapping(content.value.table.header) : {}
  const notes = readFile(content.value, { format, mapping, communes: known, sourceDate: '2026-10-01' })
  assert.ok(notes.ok)
  return { format, notes: notes.value }
}

const said = (notes: readonly Note[]) =>
  notes.map((note) => {
    if (note.fact === 'contact-point')
      return `${note.row} ${note.insee} ${note.kind} ${note.value} (${note.rank})`
    if (note.fact === 'mayor')
      return `${note.row} ${note.insee} ${note.civility} ${note.firstName} ${note.lastName}`
    if (note.fact === 'contour') return `${note.row} ${note.insee} ${note.geometry.type}`
    if (note.fact === 'refusal') return `${note.row} refused ${note.field} ${note.reason} ${note.said}`
    return `${note.row} aside ${note.reason}`
  })

test('DPNT gives the e-mail, site and phone of communes, and leaves other authorities aside', () => {
  const { format, notes } = read(fixture('dpnt.csv'))

  assert.equal(format, 'dpnt')
  assert.deepEqual(said(notes), [
    '2 59100 email mairie@bousignies.example (1)',
    '2 59100 phone +33327000001 (1)',
    '2 59100 website https://www.bousignies.example (1)',
    '3 refused email not-an-email inconnu',
    '3 refused phone not-a-phone 03 27 00 00 02 poste',
    '3 59297 website https://helesmes.example (1)',
    '4 aside not-a-commune',
    '5 aside no-siret',
  ])
})

test('DPNT says the same in JSON as in CSV', () => {
  const content = readContent(fixture('dpnt.csv'))
  assert.ok(content.ok && content.value.kind === 'table')
  const { header, rows } = content.value.table
  const objects = rows.map(({ cells }) =>
    Object.fromEntries(header.map((title, at) => [title, cells[at] || null])),
  )

  const { format, notes } = read(utf8(JSON.stringify(objects)))

  assert.equal(format, 'dpnt')
  assert.equal(said(notes).filter((line) => line.includes('59100')).length, 3)
  assert.ok(said(notes).includes('2 59297 website https://helesmes.example (1)'), 'found by its SIREN')
})

test('the DILA directory is read in its two shapes, annexes after the town hall', () => {
  const bulk = read(fixture('dila.bulk.json'))
  const exported = read(fixture('dila.export.json'))

  assert.deepEqual([bulk.format, exported.format], ['dila', 'dila'])
  assert.deepEqual(said(bulk.notes), [
    '1 59100 email mairie@bousignies.invalid (1)',
    '1 59100 phone +33300000000 (1)',
    '1 59100 website https://www.bousignies.invalid (1)',
    '1 59100 address BP 12\n59178 Bousignies (1)',
    "1 59100 address 1 place de l'Exemple\n59178 Bousignies (2)",
    '2 aside not-a-town-hall',
  ])
  assert.deepEqual(said(exported.notes), [
    '1 59100 email mairie@bousignies.invalid (1)',
    '1 59100 email accueil@bousignies.invalid (2)',
    '1 59100 phone +33300000000 (1)',
    '1 59100 website https://www.bousignies.invalid (1)',
    "1 59100 address 1 place de l'Exemple\n59178 Bousignies (1)",
    '2 59100 email annexe@bousignies.invalid (100)',
    '2 refused email not-an-email inconnu',
    '2 refused email not-an-email https://www.bousignies.invalid/contact',
  ])
})

test('a DILA datum is of the day its record was modified', () => {
  const [first] = read(fixture('dila.bulk.json')).notes

  assert.ok(first?.fact === 'contact-point' && first.sourceDate === '2026-06-01')
})

test('mayors are read in any encoding; birth dates and occupations go no further', () => {
  const csv = fixture('rne-maires.csv').toString('utf8')
  const latin1 = Buffer.from(csv, 'latin1')
  const twice = utf8(latin1.toString('latin1') && Buffer.from(csv, 'utf8').toString('latin1'))

  const readings = [utf8(csv), utf8(`\ufeff${csv}`), latin1, twice].map((bytes) => read(bytes))

  for (const { format, notes } of readings) {
    assert.equal(format, 'rne-mayors')
    assert.deepEqual(said(notes), [
      '2 59100 Madame Zoé EXEMPLÉ',
      '3 59297 Monsieur Noël MODÈLE',
      '4 refused insee former-commune 59070',
      '5 refused mayor incomplete-name null',
    ])
    assert.doesNotMatch(JSON.stringify(notes), /1969|1970|1971|1972|inventé|"(23|42)"/)
  }
})

test('a code that no longer exists is refused with its successor, and read once the successor is accepted', () => {
  const [, , refused] = read(fixture('rne-maires.csv')).notes
  const accepting = knownCommunes(nord, merged, ['59070'])

  assert.ok(refused?.fact === 'refusal' && refused.proposal === '59006')
  assert.equal(said(read(fixture('rne-maires.csv'), accepting).notes)[2], '4 59006 Monsieur Théo ANCIEN')
})

test('contours are read in GeoJSON and TopoJSON, in degrees only', () => {
  const { format, notes } = read(fixture('contours.geojson'))

  assert.equal(format, 'contours')
  assert.deepEqual(said(notes), ['1 59100 Polygon', '2 refused contour not-wgs84 null'])
  assert.deepEqual(said(read(fixture('contours.topojson')).notes), [
    '1 59100 Polygon',
    '2 refused contour not-a-contour null',
  ])
})

test('any sheet is read by its titles', () => {
  const sheet =
    'Commune,Code INSEE,Courriel,N° Téléphone,Adresse,CP,Ville,Civilité,Nom du maire,Prénom\n' +
    'Bousignies,59100,mairie@bousignies.example,03 27 00 00 01,1 place,59178,Bousignies,Mme,EXEMPLE,Zoé\n'

  const { format, notes } = read(utf8(sheet))

  assert.equal(format, 'columns')
  assert.deepEqual(said(notes), [
    '2 59100 email mairie@bousignies.example (1)',
    '2 59100 phone +33327000001 (1)',
    '2 59100 address 1 place\n59178 Bousignies (1)',
    '2 59100 Madame Zoé EXEMPLE',
  ])
})

test('without a code, a commune is found by its name and postal code, whatever its accents', () => {
  const { notes } = read(
    utf8('Mairie;CP;Mail\nMairie de HELESMES;59171;a@b.example\nHelesmes;59000;a@b.example\n'),
  )

  assert.deepEqual(said(notes), [
    '2 59297 email a@b.example (1)',
    '3 refused insee unknown-commune 59000 Helesmes',
  ])
})

test('a row that is too short or too long is refused with its number, and the rest goes on', () => {
  const { notes } = read(
    utf8('code insee;email;tel\n59100;a@b.example\n59172;c@d.example;;;x\n59297;e@f.example;;;\n'),
  )

  assert.deepEqual(said(notes), [
    '2 refused row wrong-cell-count 2 / 3',
    '3 refused row wrong-cell-count 5 / 3',
    '4 59297 email e@f.example (1)',
  ])
})

test('a code whose first zero a spreadsheet dropped is put right', () => {
  const ain = knownCommunes([{ insee: '01004', name: 'Ambérieu-en-Bugey', siren: null, postalCodes: '' }], [])

  assert.deepEqual(said(read(utf8('insee;email\n1004;a@b.example\n'), ain).notes), [
    '2 01004 email a@b.example (1)',
  ])
})

test('a column that a format requires, a mapping that says nothing and a foreign JSON are refused whole', () => {
  const reason = (text: string, format: 'rne-mayors' | 'columns' | 'contours') => {
    const content = readContent(utf8(text))
    assert.ok(content.ok)
    const result = readFile(content.value, { format, mapping: {}, communes, sourceDate: '2026-10-01' })
    return result.ok ? 'read' : result.reason
  }

  assert.equal(reason('Nom;Prénom\nA;B\n', 'rne-mayors'), 'missing-column')
  assert.equal(reason('Nom;Prénom\nA;B\n', 'columns'), 'no-commune-column')
  assert.equal(reason('{"type":"FeatureCollection","features":[]}', 'contours'), 'nothing-read')
  const foreign = readContent(utf8('{"hello":1}'))
  assert.equal(foreign.ok && detectFormat(foreign.value), null)
})
