import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { freshDatabase } from '#test/database.ts'
import type { Database } from '../database/database.ts'
import { enqueue } from './enqueue.ts'
import { defineJob } from './job.ts'

const db = await freshDatabase()
const ring = defineJob({ name: 'bells.ring', payload: z.object({ times: z.number() }), run: async () => {} })

const waiting = async (database: Database) =>
  (await database.execute(sql`select data, start_after from pgboss.job where name = 'bells.ring'`)).map(
    ({ data }) => data,
  )

test('a job enqueued in a transaction that is rolled back does not exist', async () => {
  const attempt = db.transaction(async (tx) => {
    await enqueue(tx, ring, { times: 1 })
    throw new Error('changed my mind')
  })

  await assert.rejects(attempt, /changed my mind/)
  assert.deepEqual(await waiting(db), [])
})

test('a job exists once the transaction that causes it is committed', async () => {
  await db.transaction((tx) => enqueue(tx, ring, { times: 2 }))

  assert.deepEqual(await waiting(db), [{ times: 2 }])
})

test('of two jobs with the same key, one waits', async () => {
  const first = await enqueue(db, ring, { times: 3 }, { singletonKey: 'noon' })
  const second = await enqueue(db, ring, { times: 4 }, { singletonKey: 'noon' })

  assert.ok(first)
  assert.equal(second, undefined)
})

test('a payload that the job would not accept is refused at once', () => {
  assert.throws(() => enqueue(db, ring, { times: 'often' } as never))
})
