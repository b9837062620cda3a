import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshWorld } from '#test/world.ts'
import { createWeb } from './web.ts'

const web = createWeb(await freshWorld(), [])

const choose = (referer?: string) =>
  web.request('http://localhost:3000/theme', {
    method: 'POST',
    body: new URLSearchParams({ theme: 'dark' }),
    headers: { origin: 'http://localhost:3000', host: 'localhost:3000', ...(referer && { referer }) },
  })

test('the theme is kept, and one comes back to the page where it was chosen', async () => {
  const chosen = await choose('http://localhost:3000/territory?stage=written')

  assert.match(chosen.headers.get('set-cookie') ?? '', /theme=dark/)
  assert.equal(chosen.headers.get('location'), '/territory?stage=written')
})

test('nobody is led to another site', async () => {
  assert.equal((await choose('https://elsewhere.example/territory')).headers.get('location'), '/')
  assert.equal((await choose()).headers.get('location'), '/')
})
