import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshDatabase } from '#test/database.ts'
import { loadVocabulary } from '../needs/load-vocabulary.action.ts'
import { understand } from './finding.action.ts'

const db = await freshDatabase()
await loadVocabulary(db)

const first = async (text: string) => (await understand(db, text)).needs[0]?.slug

test('a need is found in a town hall’s words, accents, plurals and polite words forgiven', async () => {
  assert.equal(await first('cimetière'), 'cimetiere')
  assert.equal(
    await first('Bonjour, nous cherchons un logiciel gratuit pour gérer les concessions SVP'),
    'cimetiere',
  )
  assert.equal(await first('LISTES ELECTORALES'), 'listes-electorales')
  assert.equal(await first('il nous faut un outil pour la prise de rdv'), 'prise-de-rendez-vous')
})

test('one or two slips, words spelt by ear and words run together are forgiven', async () => {
  assert.equal(await first('cimetierre'), 'cimetiere')
  assert.equal(await first('simetiere'), 'cimetiere')
  assert.equal(await first('deliberasions du conseil'), 'deliberations')
  assert.equal(await first('listeelectorale'), 'listes-electorales')
})

test('a product leads to the needs it serves, however it is written', async () => {
  const found = await understand(db, 'remplacer Berger levrault')

  assert.deepEqual(found.products, [{ slug: 'berger-levrault', name: 'Suites Berger-Levrault' }])
  assert.equal(found.needs[0]?.slug, 'comptabilite')
  assert.equal(await first('alternative à gecime'), 'cimetiere')
  assert.equal(await first('emagnus pour les élections'), 'listes-electorales')
})

test('what says nothing is understood as nothing', async () => {
  for (const text of ['', '   ', '🙂🙂', 'logiciel gratuit', 'qsdfgh', '<b></b>', '12345'])
    assert.deepEqual(await understand(db, text), { needs: [], software: [], products: [] }, text)
})

test('mark-up and statements are only words', async () => {
  await understand(db, "'; drop table needs; --")

  assert.equal(await first('<script>alert(1)</script> cimetière'), 'cimetiere')
})

test('ten thousand characters are read at their beginning', async () => {
  assert.equal(await first(`cimetière ${'a'.repeat(10_000)}`), 'cimetiere')
})

test('a word and its likeness are not confused: « data » is not a date', async () => {
  assert.equal(await first('open data communal'), 'donnees-ouvertes')
})

test('a product and words beside it are read together', async () => {
  assert.equal(await first('remplacer Teams pour discuter entre collègues'), 'discussion-instantanee')
  assert.equal(await first('alternative à Quartz pour l’école'), 'serveur-ecole')
})
