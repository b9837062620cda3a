import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { openDoor, withCatalogue } from '#test/visit.ts'
import { directoryPaths } from './directory.paths.ts'
import { confirmedUsage, someCommunes } from './fixtures.ts'

const door = await openDoor(withCatalogue)
const { db } = door.world
const secretary = door.as('public')
await someCommunes(db)
await confirmedUsage(db, '59002', 'nextcloud')

const question = 'il nous faut un serveur de fichiers'
const plain = (text: string) => text.replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0\u202f]+/g, ' ')

test('the home page asks for a need first, then shows every other way in', async () => {
  const { status, text } = await secretary.get('/')

  assert.equal(status, 200)
  assert.ok(text.indexOf('name="q"') < text.indexOf('name="code"'))
  for (const words of ['Mairie', 'Agents', 'Habitants', 'Écoles', 'État civil', 'Répondre à la lettre'])
    assert.match(text, new RegExp(words))
  assert.doesNotMatch(text, /<script/)
})

test('whoever works here is led to their work', async () => {
  for (const [role, path] of [
    ['operator', '/territory'],
    ['association', '/territory'],
    ['network', '/territory'],
    ['company', '/my-company'],
    ['newcomer', '/founding'],
  ] as const)
    assert.equal((await door.as(role).get('/')).location, path)
  assert.equal((await door.as('town-hall').get('/')).status, 200)
})

test('a need said in plain words is answered at once, with everything on one page', async () => {
  const { status, text } = await secretary.get(directoryPaths.find({ q: question }))

  assert.equal(status, 200)
  assert.match(plain(text), /Nextcloud/i)
  for (const title of [
    'Les logiciels libres qui répondent',
    'Qui installe, héberge, forme ou opère',
    'Ce qui pourrait vous bloquer',
    'Demander des devis',
    'Pourquoi cet ordre',
  ])
    assert.match(plain(text), new RegExp(title))
  assert.match(text, /href="\/quotes\/new\?need=/)
})

test('the commune is chosen by its name, its code goes from page to page, and the neighbour is shown', async () => {
  const typed = await secretary.get(directoryPaths.find({ q: question, place: 'denain' }))
  assert.equal(typed.location, directoryPaths.find({ q: question, commune: '59172' }))

  const { text } = await secretary.get(typed.location ?? '')
  assert.match(plain(text), /Réponse pour la mairie de Denain/)
  assert.match(plain(text), /Abscon \(4 300 hab\., 7 km\)/)
  assert.match(text, /href="\/software\/nextcloud\?commune=59172"/)
  assert.match(text, /href="\/quotes\/new\?need=[a-z-]+&amp;commune=59172"/)
})

test('a name that two communes bear gives both, told apart; one of nobody says so', async () => {
  const several = plain((await secretary.get('/software/nextcloud?place=saint+amand')).text)
  assert.match(several, /Saint-Amand Creuse, 470 habitants/)
  assert.match(several, /Saint-Amand-les-Eaux Nord/)

  const nobody = await secretary.get('/software/nextcloud?place=xyzwk')
  assert.match(plain(nobody.text), /Aucune commune ne ressemble à « xyzwk »/)
  assert.equal((await secretary.get('/software/nextcloud?commune=99999')).status, 200)
})

test('a commune that has merged answers by the one it became', async () => {
  await db.execute(sql`insert into communes (insee, name, name_type, search_name, departement, region, source, source_date, ended_on)
    values ('59355', 'Lourches-Ancien', 0, 'lourches ancien', '59', '32', 'INSEE', '2026-01-01', '2020-01-01')`)
  await db.execute(sql`insert into commune_successions (former_insee, former_name, insee, kind)
    values ('59355', 'Lourches-Ancien', '59172', 'déléguée'), ('59998', null, '59172', 'former code')`)

  for (const former of ['59355', '59998'])
    assert.match(
      plain((await secretary.get(`/software/nextcloud?commune=${former}`)).text),
      /mairie de Denain/,
    )
})

test('the bare name of a software leads to its sheet', async () => {
  const answer = await secretary.get(directoryPaths.find({ q: 'nextcloud', commune: '59172' }))

  assert.equal(answer.location, '/software/nextcloud?commune=59172')
})

test('what is not understood is kept as words, and the page says what to do', async () => {
  const { status, text } = await secretary.get(directoryPaths.find({ q: 'xyzzy plugh' }))

  assert.equal(status, 200)
  assert.match(plain(text), /Rien ne répond à « xyzzy plugh »/)
  assert.match(text, /href="\/r"/)
  assert.equal(await keptWords(), 'xyzzy plugh')
})

test('ten thousand characters, a script or nothing at all are questions like others', async () => {
  const long = await secretary.get(directoryPaths.find({ q: 'serveur de fichiers '.repeat(500) }))
  assert.equal(long.status, 200)
  assert.ok(long.text.length < 60_000)

  const script = await secretary.get(directoryPaths.find({ q: '<script>alert(1)</script>' }))
  assert.doesNotMatch(script.text, /<script>/)
  assert.match((await secretary.get('/find')).text, /Dites votre besoin/)
})

test('a need that is not in the vocabulary is nowhere', async () => {
  assert.equal((await secretary.get('/needs/nothing-like-it')).status, 404)
})

test('a sheet says what it is for, who uses it, what it replaces, and where each field comes from', async () => {
  const { text } = await secretary.get('/software/nextcloud?commune=59172')

  for (const words of [
    'Abscon',
    'Licence libre',
    'AGPL-3.0-or-later',
    'SILL 2022',
    'D’où vient chaque information',
  ])
    assert.match(plain(text), new RegExp(words))
  assert.match(text, /href="\/usages\/new\?software=nextcloud&amp;commune=59172"/)
})

test('markup in a sheet stays text, and an address that is no web address is no link', async () => {
  await db.execute(sql`insert into software (id, slug, name, summary, website, limits, layer, created_at, updated_at)
    values (gen_random_uuid(), 'marked', '<b>Gras</b>', '<script>alert(1)</script>', 'javascript:alert(1)',
      array['<img src=x onerror=alert(1)>'], 'main', now(), now())`)
  const { text } = await secretary.get('/software/marked')

  assert.doesNotMatch(text, /<script>|<b>Gras|<img|href="javascript/)
  assert.match(text, /&lt;b&gt;Gras/)
})

test('a merged sheet leads for ever to its heir, with the commune; a withdrawn one says why', async () => {
  await db.execute(sql`insert into software (id, slug, name, layer, merged_into, created_at, updated_at)
    select gen_random_uuid(), 'owncloud-old', 'OwnCloud', 'main', id, now(), now() from software where slug = 'nextcloud'`)
  const merged = await secretary.get('/software/owncloud-old?commune=59172')
  assert.deepEqual([merged.status, merged.location], [301, '/software/nextcloud?commune=59172'])

  await db.execute(sql`insert into software (id, slug, name, layer, withdrawn_at, withdrawn_reason, created_at, updated_at)
    values (gen_random_uuid(), 'gone', 'Parti', 'main', '2026-11-01', 'Ce n’est pas un logiciel.', now(), now())`)
  const gone = await secretary.get('/software/gone')
  assert.equal(gone.status, 410)
  assert.match(plain(gone.text), /retirée le 1er novembre 2026.*Ce n’est pas un logiciel/)
})

/** The page does not wait for its words to be kept: they are a moment later. */
async function keptWords(patience = 50) {
  const [kept] = await db.execute<{ words: string }>(sql`select words from silent_searches`)
  if (kept || patience === 0) return kept?.words
  await pause(20)
  return keptWords(patience - 1)
}
