import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brotliDecompressSync } from 'node:zlib'
import type { Visitor } from '#values/visitor.ts'
import type { Database } from '../database/database.ts'
import { app } from './app.ts'
import { keptAnswer, sharedAnswer } from './shared-answer.ts'

const words = 'Il nous faut un serveur de fichiers. '.repeat(50)

/** A page that takes a moment to draw, and counts how many times it was. */
function openPage(visitor: Visitor = { role: 'public' }) {
  let drawn = 0
  let readers = 0
  const database = {} as Database
  const web = app()
    .use(async (c, next) => {
      c.set('db', database)
      c.set('visitor', visitor)
      await next()
    })
    .get('/page', (c) =>
      sharedAnswer(c, async (forEachReader) => {
        drawn++
        forEachReader(() => readers++)
        await new Promise(setImmediate)
        return c.html(`${c.req.query('q') ?? ''}${words}`, 202)
      }),
    )
  const ask = (path: string, headers: Record<string, string> = {}) => web.request(path, { headers })
  return { ask, drawn: () => drawn, readers: () => readers }
}

const member: Visitor = {
  role: 'operator',
  userId: 'claire',
  name: 'Claire',
  email: 'claire@operateur.example',
  organisation: { id: 'operator', name: 'Centre de gestion' },
}

test('those who ask for one page at once are given one drawing, each of them whole', async () => {
  const { ask, drawn, readers } = openPage()

  const answers = await Promise.all(Array.from({ length: 20 }, () => ask('/page')))
  const texts = await Promise.all(answers.map((answer) => answer.text()))

  assert.deepEqual(new Set(texts), new Set([words]))
  assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([202]))
  assert.equal(drawn(), 2)
  assert.equal(readers(), 20)
})

test('another question, another theme or another encoding is another page', async () => {
  const { ask } = openPage()
  const [one, other, small] = await Promise.all([
    ask('/page?q=cimetière'),
    ask('/page?q=école'),
    ask('/page?q=école', { 'accept-encoding': 'br', cookie: 'theme=dark' }),
  ])

  assert.match(await one.text(), /^cimetière/)
  assert.match(await other.text(), /^école/)
  assert.equal(small.headers.get('content-encoding'), 'br')
  assert.match(brotliDecompressSync(Buffer.from(await small.arrayBuffer())).toString(), /^école/)
})

test('a member shares with nobody, and what is theirs is not compressed', async () => {
  const { ask, drawn } = openPage(member)
  const answers = await Promise.all([
    ask('/page', { 'accept-encoding': 'br' }),
    ask('/page', { 'accept-encoding': 'br' }),
  ])

  assert.equal(answers[0]?.headers.get('content-encoding'), null)
  assert.equal(drawn(), 2)
})

test('a page is kept while nothing of what it shows has changed, and each reader is counted', async () => {
  let edition = 'first'
  let drawn = 0
  let readers = 0
  const database = {} as Database
  const web = app()
    .use(async (c, next) => {
      c.set('db', database)
      c.set('visitor', { role: 'public' })
      await next()
    })
    .get('/page', (c) =>
      keptAnswer(c, edition, (forEachReader) => {
        drawn++
        forEachReader(() => readers++)
        return c.text(`${edition} ${drawn}`)
      }),
    )
  const read = async () => (await web.request('/page')).text()

  assert.deepEqual([await read(), await read()], ['first 1', 'first 1'])
  edition = 'second'
  assert.deepEqual([await read(), await read()], ['second 2', 'second 2'])
  assert.deepEqual([drawn, readers], [2, 4])
})
