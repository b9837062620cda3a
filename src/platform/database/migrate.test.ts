import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshConnection } from '#test/database.ts'
import { StartRefused } from '../start-refused.ts'
import { type Migration, migrate, pendingMigrations, readMigrations } from './migrate.ts'

const { sql } = await freshConnection()
const known = readMigrations()
const later: Migration = {
  name: '9000_bells_create.sql',
  text: 'create table bells (id int)',
  checksum: 'later',
}

test('a migrated database has nothing left to apply', async () => {
  assert.deepEqual(await migrate(sql), [])
  assert.deepEqual(await pendingMigrations(sql), [])
})

test('a migration that fails leaves nothing of itself', async () => {
  const broken = { ...later, text: 'create table bells (id int); select nonsense' }

  await assert.rejects(migrate(sql, [...known, broken]), /9000_bells_create\.sql/)
  assert.deepEqual((await sql`select to_regclass('bells') as found`)[0], { found: null })
})

test('two programs that migrate at once apply each migration once', async () => {
  const applied = await Promise.all([migrate(sql, [...known, later]), migrate(sql, [...known, later])])

  assert.deepEqual(applied.flat(), [later.name])
})

test('a database newer than the code is refused, in words that say what to do', async () => {
  await assert.rejects(migrate(sql, known), (error) => {
    assert.ok(error instanceof StartRefused)
    assert.match(error.message, /version plus récente .*9000_bells_create\.sql.* rien n’a été modifié/s)
    return true
  })
})

test('a migration edited after it was applied is refused by its name', async () => {
  const edited = known.map((migration, index) =>
    index === 0 ? { ...migration, checksum: 'edited' } : migration,
  )

  await assert.rejects(migrate(sql, [...edited, later]), /0001_platform_create\.sql/)
})
