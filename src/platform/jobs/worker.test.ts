import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { freshConnection } from '#test/database.ts'
import { openLog } from '../log.ts'
import type { World } from '../world.ts'
import { enqueue } from './enqueue.ts'
import { defineJob } from './job.ts'
import { startWorker } from './worker.ts'

const { db, url } = await freshConnection()
const world = { db, log: openLog('silent') } as World
const heard: number[] = []
const ring = defineJob({
  name: 'bells.ring',
  payload: z.object({ times: z.number() }),
  run: async ({ times }) => void heard.push(times),
})
const once = defineJob({ ...ring, name: 'bells.ring-once', mayRunTwice: false })

const stops: (() => Promise<void>)[] = []
const work = async () => stops.push(await startWorker([ring, once], [], world, { url, isAlone: true }))
const stateOf = async (id: string | undefined) =>
  (await db.execute(sql`select state from pgboss.job where id = ${id}`))[0]?.state

async function until(isTrue: () => Promise<boolean> | boolean) {
  while (!(await isTrue())) await pause(20)
}

after(async () => {
  for (const stop of stops) await stop()
})

test('a job that a killed process left half-way runs again, unless it may not', async () => {
  const [again, never] = [await enqueue(db, ring, { times: 1 }), await enqueue(db, once, { times: 2 })]
  await db.execute(
    sql`update pgboss.job set state = 'active', started_on = now() where id in (${again}, ${never})`,
  )
  await work()

  await until(() => heard.length > 0)
  assert.deepEqual(heard, [1])
  assert.equal(await stateOf(never), 'failed')
})

test('a job runs as soon as what causes it is committed', async () => {
  heard.length = 0
  const id = await db.transaction((tx) => enqueue(tx, ring, { times: 3 }))

  await until(async () => (await stateOf(id)) === 'completed')
  assert.deepEqual(heard, [3])
})

test('a job set for later waits for its time', async () => {
  heard.length = 0
  const id = await enqueue(db, ring, { times: 4 }, { startAfter: new Date('2999-01-01') })

  await pause(100)
  assert.deepEqual(heard, [])
  assert.equal(await stateOf(id), 'created')
})
