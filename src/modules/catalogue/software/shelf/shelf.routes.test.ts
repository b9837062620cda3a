import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { openDoor, withCatalogue } from '#test/visit.ts'
import { needsMetBy, softwareMeeting } from '../software.queries.ts'

const door = await openDoor(withCatalogue)
const { db } = door.world
const visitor = door.as('public')

const countIn = (text: string) =>
  Number(/<strong>([\d\u202f]+)\u00a0logiciels?/.exec(text)?.[1]?.replace('\u202f', ''))

test('the list is found by name, by what it is for, and by the product it stands for', async () => {
  assert.match((await visitor.get('/software?q=opencimetiere')).text, /\/software\/opencimetiere"/)
  assert.match((await visitor.get('/software?q=bulletin+municipal')).text, /\/software\/scribus"/)
  assert.match((await visitor.get('/software?q=publisher')).text, /\/software\/scribus"/)
})

test('a facet says how many sheets choosing it leaves', async () => {
  const all = (await visitor.get('/software')).text
  const [, service = '', count] = /<option value="([^"]+)">[^<]*Cimeti\S+[^(]*\((\d+)\)/.exec(all) ?? []
  const chosen = (await visitor.get(`/software?service=${encodeURIComponent(service)}`)).text

  assert.ok(Number(count) >= 1)
  assert.equal(countIn(chosen), Number(count))
  assert.match(chosen, /retirer ce filtre/)
})

test('what answers a need of a town hall comes before the tools of developers', async () => {
  const first = (await visitor.get('/software')).text

  assert.doesNotMatch(first, /\/software\/acceleo"/)
  assert.match((await visitor.get('/software?sort=name')).text, /\/software\/acceleo"/)
})

test('the list leaves as a sheet, with the licence of its words', async () => {
  const csv = await visitor.get('/software.csv?q=koha')
  const ods = await visitor.get('/software.ods')

  assert.match(csv.text, /Koha;.*Licence Ouverte 2\.0/)
  assert.equal(ods.status, 200)
})

test('the foreign layer comes when an editor asks for it, and stays out of the list and its export', async () => {
  const before = countIn((await visitor.get('/software')).text)
  await door.as('operator').post('/sources/awesome-selfhosted')
  await door.as('operator').post('/sources/awesome-selfhosted')
  const layer = await visitor.get('/software?layer=awesome-selfhosted')

  assert.equal(countIn((await visitor.get('/software')).text), before)
  assert.doesNotMatch((await visitor.get('/software.csv')).text, /CC-BY-SA-3\.0/)
  assert.match((await visitor.get('/software.csv?layer=awesome-selfhosted')).text, /CC-BY-SA-3\.0/)
  assert.ok(countIn(layer.text) > 1000)
  assert.match(layer.text, /sous une autre licence/)
  assert.equal((await visitor.get('/software?layer=awesome-selfhosted&page=99999999')).status, 200)
})

test('each source shows its licence and its attribution', async () => {
  const page = await visitor.get('/sources')

  for (const words of ['Licence Ouverte 2.0', 'CC-BY-SA-3.0', '© 2022 Igor Kotua', 'DINUM/Etalab'])
    assert.ok(page.text.includes(words), words)
  assert.equal((await door.as('town-hall').post('/sources/awesome-selfhosted')).status, 403)
})

test('a search of ten thousand characters, or in another alphabet, finds nothing and breaks nothing', async () => {
  assert.equal((await visitor.get(`/software?q=${'a'.repeat(10_000)}`)).status, 200)
  assert.equal((await visitor.get('/software?q=%E8%BD%AF%E4%BB%B6')).status, 200)
  assert.equal((await visitor.get('/software?layer=ailleurs&page=-3&licence=x')).status, 200)
})

test('a change is in the list at once', async () => {
  await db.execute(sql`update software set name = 'Koha 24' where slug = 'koha'`)

  assert.match((await visitor.get('/software?q=koha')).text, /Koha 24/)
})

test('a merged sheet keeps what it meets, and its heir answers for both', async () => {
  await db.execute(
    sql`update software set merged_into = (select id from software where slug = 'qgis') where slug = 'umap'`,
  )
  const [qgis] = await db.execute<{ id: string }>(sql`select id from software where slug = 'qgis'`)
  const needs = await needsMetBy(db, qgis?.id ?? '')
  const [umapNeed] = await db.execute<{ need: string }>(
    sql`select need from meets m join software s on s.id = m.software_id where s.slug = 'umap'`,
  )

  assert.ok(needs.some(({ need }) => need === umapNeed?.need))
  assert.ok((await softwareMeeting(db, umapNeed?.need ?? '')).some(({ slug }) => slug === 'qgis'))
})
