import assert from 'node:assert/strict'
import { test } from 'node:test'
import { recordFacts } from '#modules/journal/index.ts'
import { foundProgramme } from '#test/founded.ts'
import { openDoor } from '#test/visit.ts'

const door = await openDoor()
const { db } = door.world
const operator = door.as('operator')
await foundProgramme(door)
const fact = (insee: string, reaches: 'written' | 'in-contact' | 'declined') => ({
  insee,
  at: new Date(Date.now() - 3600_000),
  kind: 'test',
  sentence: `Un fait : ${reaches}.`,
  reaches,
})
await recordFacts(db, [
  fact('59002', 'written'),
  fact('59172', 'written'),
  fact('59172', 'in-contact'),
  fact('59350', 'written'),
])

const figure = (text: string, label: string) =>
  new RegExp(`href="([^"]+)">${label}</a>.*?<b>(\\d+)</b> sur (\\d+)`, 's').exec(text)?.slice(1) ?? []

test('each step of the funnel counts communes of the perimeter, and opens on these very communes', async () => {
  const { text } = await operator.get('/steering')

  for (const [label, expected] of [
    ['Mairies à qui l’on a écrit', '2'],
    ['Mairies entrées en contact', '1'],
    ['Mairies accompagnées', '0'],
  ] as const) {
    const [href = '', count, of] = figure(text, label)
    assert.deepEqual([count, of], [expected, '47'], label)
    const rows = (await operator.get(href)).text.match(/<th scope="row"><a href="\/communes\//g) ?? []
    assert.equal(String(rows.length), expected, label)
  }
})

test('the stages add up to the perimeter', async () => {
  const { text } = await operator.get('/steering')

  assert.match(text, /<strong>47\scommunes<\/strong>/)
})

test('the last thirty days are told, each fact with its commune', async () => {
  const { text } = await operator.get('/steering')

  assert.match(text, /4\sfaits au journal des communes/)
  assert.match(text, /href="\/communes\/59350">Lille/)
})

test('the figures leave as CSV', async () => {
  const { text } = await operator.get('/steering.csv')

  assert.match(text, /Tout le programme;47;2;1;0;0/)
})

test('the first page shows visitors the field of the code, and members the territory', async () => {
  assert.match((await door.as('public').get('/')).text, /Code de réponse/)
  assert.equal((await operator.get('/')).location, '/territory')
  assert.equal((await door.as('newcomer').get('/')).location, '/founding')
})
