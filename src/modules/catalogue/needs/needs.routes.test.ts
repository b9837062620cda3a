import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { openDoor, withCatalogue } from '#test/visit.ts'
import { recordSilentSearch } from '../finding/silent-searches.queries.ts'

const door = await openDoor(withCatalogue)
const { db } = door.world
const visitor = door.as('public')
const editor = door.as('association')

test('the index shows every need under its service, and how many free software meet it', async () => {
  const { text, status } = await visitor.get('/needs')
  const [counted] = await db.execute<{ n: number }>(
    sql`select count(*)::int as n from needs where retired_at is null`,
  )

  assert.equal(status, 200)
  assert.match(text, new RegExp(`${counted?.n}.besoins`))
  assert.match(text, /<h2>Cimetière<\/h2>/)
  assert.match(text, /href="\/needs\/cimetiere">Gérer le cimetière/)
  assert.match(text, /Aucun logiciel libre connu de nous/)
  assert.doesNotMatch(text, /<script/)
})

test('the index is searched with one’s own words, and says which product it read', async () => {
  const { text } = await visitor.get('/needs?q=remplacer+publicher')

  assert.match(text, /1.besoin</)
  assert.match(text, /href="\/needs\/mise-en-page"/)
  assert.match(text, /href="\/products\/publisher"/)
})

test('the index is filtered by audience and by whether a free software is known', async () => {
  const schools = await visitor.get('/needs?audience=schools')
  const unmet = await visitor.get('/needs?met=no')

  assert.match(schools.text, /tableau blanc interactif/)
  assert.doesNotMatch(schools.text, /href="\/needs\/paie"/)
  assert.match(unmet.text, /href="\/needs\/paie"/)
  assert.doesNotMatch(unmet.text, /href="\/needs\/cimetiere"/)
})

test('a search of ten thousand characters and one of mark-up are answered and shown as text', async () => {
  const long = await visitor.get(`/needs?q=${'a'.repeat(10_000)}`)
  const script = await visitor.get(`/needs?q=${encodeURIComponent('<img src=x onerror=alert(1)>')}`)

  assert.equal(long.status, 200)
  assert.match(long.text, /Rien n’a été compris/)
  assert.doesNotMatch(script.text, /<img src=x/)
})

test('the index leaves as CSV and as ODS, filtered as on screen', async () => {
  const csv = await visitor.get('/needs.csv?met=no')
  const ods = await visitor.get('/needs.ods')

  assert.match(csv.text, /Faire la paie/)
  assert.doesNotMatch(csv.text, /Gérer le cimetière/)
  assert.match(ods.headers.get('content-type') ?? '', /opendocument/)
})

test('words added by an editor lead to the need at once, and are undone', async () => {
  const before = await visitor.get('/needs?q=zigouigoui')
  const added = await editor.post('/needs/cimetiere/words', { words: 'zigouigoui', kind: 'synonym' })
  const again = await editor.post('/needs/cimetiere/words', { words: 'zigouigoui', kind: 'synonym' })
  const after = await visitor.get('/needs?q=zigouigoui')
  await editor.post(`/needs/cimetiere/edits/${await lastEdit()}/undoing`)
  const undone = await visitor.get('/needs?q=zigouigoui')

  assert.match(before.text, /Rien n’a été compris/)
  assert.equal(added.status, 303)
  assert.equal(again.status, 422)
  assert.match(again.text, /mènent déjà à ce besoin/)
  assert.match(after.text, /href="\/needs\/cimetiere"/)
  assert.match(undone.text, /Rien n’a été compris/)
})

test('a software said to meet a need in part says what is missing, else what was typed is kept', async () => {
  const refused = await editor.post('/needs/paie/fits', {
    software: 'LibreOffice',
    level: 'part',
    missing: '',
  })
  const said = await editor.post('/needs/paie/fits', {
    software: 'LibreOffice',
    level: 'part',
    missing: 'il manque presque tout',
  })
  const page = await editor.get('/needs/paie/edit')

  assert.equal(refused.status, 422)
  assert.match(refused.text, /Dites ce qui manque/)
  assert.match(refused.text, /value="LibreOffice"/)
  assert.equal(said.status, 303)
  assert.match(page.text, /il manque presque tout/)
  assert.match(page.text, /dit à la main/)
})

test('the latest edit about a thing is undone first', async () => {
  await editor.post('/needs/paie/fits', { software: 'LibreOffice', level: 'full', missing: '' })
  const [older] = await db.execute<{ id: string }>(
    sql`select id from need_edits where need = 'paie' and subject = 'libreoffice' order by edited_at limit 1`,
  )
  const refused = await editor.post(`/needs/paie/edits/${older?.id}/undoing`)
  await editor.post(`/needs/paie/edits/${await lastEdit()}/undoing`)
  await editor.post(`/needs/paie/edits/${older?.id}/undoing`)
  const page = await editor.get('/needs/paie/edit')

  assert.match(refused.text, /défaites d’abord le plus récent/)
  assert.match(page.text, /Aucun logiciel libre connu/)
})

test('a retired need leaves the index and the search, and comes back', async () => {
  await editor.post('/needs/petition/retirement')
  const without = await visitor.get('/needs?q=petition')
  await editor.post('/needs/petition/restoration')
  const back = await visitor.get('/needs?q=petition')

  assert.doesNotMatch(without.text, /href="\/needs\/petition"/)
  assert.match(back.text, /href="\/needs\/petition"/)
})

test('a need that does not exist has no page to edit', async () => {
  assert.equal((await editor.get('/needs/nulle-part/edit')).status, 404)
  assert.equal((await editor.post('/needs/nulle-part/words', { words: 'rien' })).status, 404)
})

test('a search in vain is counted, then its words are given to a need and it is settled', async () => {
  const now = door.world.clock()
  await recordSilentSearch(db, 'Tournebouler les bidules', now)
  await recordSilentSearch(db, 'tournebouler  les BIDULES !', now)
  const list = await editor.get('/needs/silent-searches')
  const missing = await editor.post('/needs/silent-searches', {
    words: 'tournebouler les bidules',
    need: '',
    added: 'tournebouler les bidules',
  })
  const given = await editor.post('/needs/silent-searches', {
    words: 'tournebouler les bidules',
    need: 'demandes-travaux',
    added: 'tournebouler les bidules',
  })
  const open = await editor.get('/needs/silent-searches')
  const settled = await editor.get('/needs/silent-searches?state=settled')
  const found = await visitor.get('/needs?q=tournebouler+les+bidules')

  assert.match(list.text, /tournebouler les bidules/)
  assert.match(list.text, />2</)
  assert.equal(missing.status, 422)
  assert.match(missing.text, /Choisissez le besoin/)
  assert.equal(given.status, 303)
  assert.doesNotMatch(open.text, /tournebouler/)
  assert.match(settled.text, /tournebouler/)
  assert.match(found.text, /href="\/needs\/demandes-travaux"/)
})

test('a settled search that comes back is to be looked at again', async () => {
  await recordSilentSearch(db, 'chifoumi', door.world.clock())
  await editor.post('/needs/silent-searches/settling', { words: 'chifoumi' })
  const settled = await editor.get('/needs/silent-searches?q=chifoumi')
  await recordSilentSearch(db, 'chifoumi', door.world.clock())
  const back = await editor.get('/needs/silent-searches?q=chifoumi')
  const csv = await editor.get('/needs/silent-searches.csv')

  assert.doesNotMatch(settled.text, /words=chifoumi/)
  assert.match(back.text, /words=chifoumi/)
  assert.match(csv.text, /chifoumi;2/)
})

test('only editors keep the vocabulary', async () => {
  const townHall = door.as('town-hall')

  assert.equal((await visitor.get('/needs/silent-searches')).status === 200, false)
  assert.equal((await townHall.get('/needs/cimetiere/edit')).status, 403)
  assert.equal((await townHall.post('/needs/cimetiere/words', { words: 'x' })).status, 403)
})

async function lastEdit() {
  const [edit] = await db.execute<{ id: string }>(
    sql`select id from need_edits where undone_at is null order by edited_at desc, id desc limit 1`,
  )
  return edit?.id
}
