import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openDoor } from '#test/visit.ts'
import { chapters } from './chapters.queries.ts'

const visitor = (await openDoor()).as('public')

test('the contents lead to every chapter', async () => {
  const contents = await visitor.get('/aide')

  for (const { name, title } of chapters) {
    assert.ok(contents.text.includes(`/aide/${name}`))
    assert.ok((await visitor.get(`/aide/${name}`)).text.includes(title))
  }
})

test('every link from a chapter to another leads somewhere', async () => {
  const links = chapters.flatMap(({ html }) =>
    [...html.matchAll(/href="(\/aide[^"]*)"/g)].map(([, href = '']) => href),
  )

  assert.ok(links.length > 0)
  for (const link of links) assert.equal((await visitor.get(link)).status, 200, link)
})

test('a chapter that does not exist is said not to', async () => {
  assert.equal((await visitor.get('/aide/nulle-part')).status, 404)
})
