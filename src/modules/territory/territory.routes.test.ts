import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listCommunes } from '#modules/communes/index.ts'
import { recordFact } from '#modules/journal/index.ts'
import { foundProgramme } from '#test/founded.ts'
import { openDoor } from '#test/visit.ts'

const door = await openDoor()
const { db } = door.world
const operator = door.as('operator')
await foundProgramme(door)
await recordFact(db, {
  insee: '59172',
  at: new Date('2026-09-14T09:00:00Z'),
  kind: 'letter-posted',
  sentence: 'La lettre est postée.',
  reaches: 'written',
})

const linesOf = (csv: string) => csv.trim().split('\r\n').slice(1)
const listed = (text: string) =>
  [...text.matchAll(/<th scope="row"><a href="\/communes\/(\w+)"/g)].map(([, insee]) => insee)
const mapped = (text: string) =>
  (text.match(/<g class="map-shapes">(.*?)<\/g>/s)?.[1] ?? '').match(/<a /g)?.length ?? 0

test('the map and the list show the same communes, and the legend adds up to them', async () => {
  const { text } = await operator.get('/territory')
  const legend = [...text.matchAll(/<b>(\d+)<\/b>/g)].map(([, count]) => Number(count))

  assert.equal(mapped(text), 47)
  assert.equal(listed(text).length, 47)
  assert.equal(
    legend.reduce((sum, count) => sum + count, 0),
    47,
  )
})

test('a stage filters the list; the map keeps its shape and fades the rest', async () => {
  const { text } = await operator.get('/territory?stage=written')

  assert.deepEqual(listed(text), ['59172'])
  assert.equal(mapped(text), 47)
  assert.equal(text.match(/data-faded/g)?.length, 46)
})

test('the search forgives accents, hyphens, "St" and a slip of the finger', async () => {
  for (const [typed, insee] of [
    ['haveluy', '59292'],
    ['emerchicourt', '59192'],
    ['st amand', '59526'],
    ['wavrechin sous denain', '59651'],
  ]) {
    const { text } = await operator.get(`/territory?q=${encodeURIComponent(typed ?? '')}`)
    assert.equal(listed(text)[0], insee, typed)
  }
})

test('the list is sorted by its columns', async () => {
  const { text } = await operator.get('/territory?sort=-population')

  assert.equal(listed(text)[0], '59172')
  assert.equal(listed(text).at(-1), '59100')
})

test('a department anywhere in France is listed by pages, without a map until its contours are imported', async () => {
  const { text } = await operator.get('/territory?departement=2A&page=2')
  const all = await listCommunes(db, { departement: '2A' })

  assert.match(text, new RegExp(`<strong>${all.length}\\scommunes`))
  assert.equal(listed(text).length, 50)
  assert.match(text, /Importez un fichier de contours/)
})

test('what leaves the list is what it shows: CSV, spreadsheet, GeoJSON', async () => {
  const csv = await operator.get('/territory.csv?stage=written')
  const geo = JSON.parse((await operator.get('/territory.geojson?stage=written')).text)

  assert.equal(linesOf(csv.text).length, 1)
  assert.match(csv.text, /59172;Denain;59;CA de la Porte du Hainaut;\d+;Écrit;2026-09-14/)
  assert.equal(geo.features.length, 1)
  assert.equal(geo.features[0].properties.nom, 'Denain')
  assert.match(geo.features[0].geometry.type, /Polygon/)
})

test('a filter that keeps nobody says how to go on', async () => {
  const { text } = await operator.get('/territory?stage=autonomous')

  assert.match(text, /Aucune commune ne répond à ces filtres/)
})

test('an address with words that mean nothing shows the whole list', async () => {
  const answer = await operator.get('/territory?stage=nonsense&population=many&page=-3&sort=luck')

  assert.equal(answer.status, 200)
  assert.equal(listed(answer.text).length, 47)
})

test('the spreadsheet opens', async () => {
  const response = await operator.get('/territory.ods')

  assert.equal(response.status, 200)
  assert.match(response.headers.get('content-type') ?? '', /opendocument/)
})
