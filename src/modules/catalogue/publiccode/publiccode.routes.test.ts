import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { newId } from '#platform/ids.ts'
import { openDoor, withCatalogue } from '#test/visit.ts'
import { saveRecord } from '../software/save-record.action.ts'
import { publiccodePaths } from './publiccode.paths.ts'
import { readText } from './reading/read-publiccode.ts'

const door = await openDoor(withCatalogue)
const { db } = door.world
const editor = door.as('operator')
const anyone = door.as('public')

test('anybody reads the file of a software, valid or told as a draft', async () => {
  const { status, text, headers } = await anyone.get(publiccodePaths.file('grist'))

  assert.equal(status, 200)
  assert.match(headers.get('content-type') ?? '', /yaml/)
  assert.equal(readText(text).file.name, 'Grist')
})

test('a file that is not there, or of a layer under another licence, is not found', async () => {
  await db.transaction((tx) =>
    saveRecord(
      tx,
      { source: 'awesome-selfhosted', externalId: 'ailleurs', fields: { name: 'Venu d’ailleurs' } },
      { now: new Date() },
    ),
  )
  const other = await anyone.get(publiccodePaths.file('venu-d-ailleurs'))

  assert.equal((await anyone.get(publiccodePaths.file('rien-de-tel'))).status, 404)
  assert.equal(other.status, 404)
  assert.match(other.text, /autre licence/)
})

test('the list says how many files are valid, and its filters keep what they say', async () => {
  const all = await anyone.get(publiccodePaths.list())
  const drafts = await anyone.get(publiccodePaths.list({ standing: 'draft', q: 'catala' }))
  const none = await anyone.get(publiccodePaths.list({ q: 'rien-de-tel' }))

  assert.match(all.text, /fichiers? valides? sur/)
  assert.match(drafts.text, /Catala/)
  assert.match(none.text, /Aucun logiciel ne répond/)
})

test('seven files are valid as shipped, and their own validator agrees', async () => {
  for (const slug of [
    'consul-democracy',
    'decidim',
    'esup-pod',
    'globaleaks',
    'grist',
    'la-suite-meet',
    'onyxia',
  ]) {
    const { text } = await anyone.get(publiccodePaths.file(slug))
    assert.deepEqual([slug, readText(text).faults], [slug, []])
  }
})

test('the list is taken away as CSV and ODS under the same filters', async () => {
  const csv = await anyone.get(publiccodePaths.sheet('csv', { q: 'catala' }))
  const ods = await anyone.get(publiccodePaths.sheet('ods'))

  assert.equal(csv.text.trim().split('\r\n').length, 2)
  assert.equal(ods.status, 200)
})

const whole = {
  maintenanceType: 'community',
  contacts: 'Communauté Catala',
  localisationReady: 'no',
  availableLanguages: 'fr, en',
  developmentStatus: 'beta',
  platforms: 'linux',
  features: 'Écrire la loi en code',
  longDescription:
    'Catala est un langage de programmation pour écrire des algorithmes tirés de textes de loi. '.repeat(3),
}

test('facts stated by an editor make the file valid; posted twice they are stated once', async () => {
  const once = newId()
  const before = readText((await anyone.get(publiccodePaths.file('catala'))).text)
  await editor.post(publiccodePaths.edit('catala'), { once, ...whole })
  const { status } = await editor.post(publiccodePaths.edit('catala'), { once, ...whole })
  const after = readText((await anyone.get(publiccodePaths.file('catala'))).text)
  const [count] = await db.execute(
    sql`select count(*)::int as n from publiccode_statements where id = ${once}`,
  )

  assert.equal(before.isValid, false)
  assert.equal(status, 303)
  assert.deepEqual(after.faults, [])
  assert.equal(count?.n, 1)
})

test('an address or a telephone is refused among names, and what was typed stays', async () => {
  const { status, text } = await editor.post(publiccodePaths.edit('catala'), {
    once: newId(),
    ...whole,
    contacts: 'jean@ville.example',
    features: 'Une chose précieuse',
  })

  assert.equal(status, 422)
  assert.match(text, /Écrivez des noms seulement/)
  assert.match(text, /Une chose précieuse/)
})

test('the repair is followed step by step, and a day to come is refused', async () => {
  const step = {
    state: 'proposed',
    onDay: '2026-11-01',
    address: 'https://github.com/CatalaLang/catala/pull/1',
    note: '',
  }
  const refused = await editor.post(publiccodePaths.upstream('catala'), {
    once: newId(),
    ...step,
    onDay: '2999-01-01',
  })
  const script = await editor.post(publiccodePaths.upstream('catala'), {
    once: newId(),
    ...step,
    address: 'javascript:alert(1)',
  })
  await editor.post(publiccodePaths.upstream('catala'), { once: newId(), ...step })
  const { text } = await editor.get(publiccodePaths.list({ standing: 'proposed' }))

  assert.equal(refused.status, 422)
  assert.equal(script.status, 422)
  assert.match(text, /Catala/)
  assert.match(text, /github.com\/CatalaLang\/catala\/pull\/1/)
})

test('the editors’ page shows the faults of the project’s file, the comparison and the text to send', async () => {
  const [docs] = await db.execute<{ slug: string }>(
    sql`select slug from software where repository = 'https://github.com/suitenumerique/docs' and merged_into is null`,
  )
  const { text } = await editor.get(publiccodePaths.edit(docs?.slug ?? ''))
  const { text: ready } = await editor.get(publiccodePaths.edit('catala'))

  assert.match(text, /2\.4\.0/)
  assert.match(text, /Comparer avec le nôtre/)
  assert.match(ready, /Copiez ce texte/)
})

const file = (name: string, text: string) => new File([text], name)

test('files are checked, imported, undone; the check alone changes nothing', async () => {
  const once = newId()
  const text = 'publiccodeYmlVersion: "0.2"\nname: <b>Outil</b>\nurl: https://forge.example/outil\n'
  const posted = await editor.post(publiccodePaths.imports(), { once, files: file('publiccode.yaml', text) })
  const checked = await editor.get(posted.location ?? '')
  const before = (await anyone.get(publiccodePaths.list({ q: 'outil' }))).text
  await editor.post(publiccodePaths.run(once))
  const during = (await anyone.get(publiccodePaths.list({ q: 'outil' }))).text
  await editor.post(publiccodePaths.undo(once))
  const after = (await anyone.get(publiccodePaths.list({ q: 'outil' }))).text

  assert.match(checked.text, /Nouveau logiciel/)
  assert.match(checked.text, /Renommez le fichier/)
  assert.doesNotMatch(checked.text, /<b>Outil/)
  assert.match(before, /Aucun logiciel/)
  assert.match(during, /&lt;b&gt;Outil/)
  assert.match(after, /Aucun logiciel/)
})

test('an import of no file says so', async () => {
  const { status, text } = await editor.post(publiccodePaths.imports(), { once: newId() })

  assert.equal(status, 422)
  assert.match(text, /Choisissez au moins un fichier/)
})
