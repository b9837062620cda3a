import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshConnection } from '#test/database.ts'
import { StartRefused } from '../start-refused.ts'
import { openService } from './service.ts'

const { sql, url } = await freshConnection()
const demo = `${new URL(url).pathname.slice(1)}_demo`

test('a service is used as it is', async () => {
  const opened = await openService(url, { isDemo: false })

  assert.equal(opened.url, url)
  await opened.close()
})

test('on a service the demonstration has a database of its own beside the real one', async () => {
  const opened = await openService(url, { isDemo: true })
  const [row] = await opened.sql`select current_database() as name`

  await opened.close()
  await sql`drop database ${sql(demo)}`
  assert.equal(row?.name, demo)
})

test('a service that does not answer is named without its password', async () => {
  await assert.rejects(openService('postgres://mairie:secret@127.0.0.1:1/x', { isDemo: false }), (error) => {
    assert.ok(error instanceof StartRefused)
    assert.match(error.message, /127\.0\.0\.1:1/)
    assert.doesNotMatch(error.message, /secret/)
    return true
  })
})
