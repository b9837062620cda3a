import assert from 'node:assert/strict'
import { test } from 'node:test'
import { app } from '#platform/http/app.ts'
import type { Module } from '#platform/module.ts'
import { allow } from '#platform/permissions.ts'
import { freshWorld } from '#test/world.ts'
import { createWeb } from './web.ts'

const library: Module = {
  name: 'library',
  permissions: [allow(['public'], 'lire', 'GET /books/:slug', 'GET /books/:file{[a-z]+\\.json}')],
  twins: [{ page: '/books/:slug', formats: ['json', 'csv'] }],
  routes: app()
    .get('/books/:file{[a-z]+\\.json}', (c) => c.json({ file: c.req.param('file') }))
    .get('/books/:slug', (c) => c.render('un livre', { title: 'Livre' })),
}
const web = createWeb(await freshWorld(), [library])
const ask = (path: string, accept: string) => web.request(path, { headers: { accept } })

test('a machine that asks for JSON at a page’s address is led to its twin, filters kept', async () => {
  const answer = await ask('/books/emma?commune=59172', 'application/json')

  assert.equal(answer.status, 303)
  assert.equal(answer.headers.get('location'), '/books/emma.json?commune=59172')
  assert.equal(answer.headers.get('vary'), 'Accept')
})

test('a browser gets the page, which tells where its twins are', async () => {
  const answer = await ask('/books/emma', 'text/html,application/xhtml+xml,*/*;q=0.8')
  const text = await answer.text()

  assert.equal(answer.status, 200)
  assert.match(text, /<link rel="alternate" type="application\/json" href="\/books\/emma\.json"/)
  assert.match(text, /<a href="\/books\/emma\.csv">CSV<\/a>/)
})

test('a client that takes anything, or nothing we have, gets the page', async () => {
  for (const accept of ['*/*', 'image/png']) assert.equal((await ask('/books/emma', accept)).status, 200)
})

test('a twin itself is not led anywhere', async () => {
  assert.equal((await ask('/books/emma.json', 'application/json')).status, 200)
})
