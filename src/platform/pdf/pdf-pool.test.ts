import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { openPdfPool } from './pdf-pool.ts'

const task = (source: string) => ({
  module: `data:text/javascript,export const run = ${source}`,
  name: 'run',
})
const pidOf = task('() => process.pid')

test('tasks run outside the process that asks, on as many children as allowed', async () => {
  const pool = openPdfPool({ size: 2 })
  const pids = await Promise.all([1, 2, 3, 4].map(() => pool.run<number>(pidOf, null)))

  assert.ok(!pids.includes(process.pid))
  assert.ok(new Set(pids).size <= 2)
  await pool.close()
  assert.deepEqual(pool.pids(), [])
})

test('bytes and dates go and come back as they are', async () => {
  const pool = openPdfPool({ size: 1 })
  const given = { date: new Date('2026-03-02'), bytes: Uint8Array.of(1, 2, 3) }

  assert.deepEqual(await pool.run(task('(given) => given'), given), given)
  await pool.close()
})

test('a task that fails says why; a child that dies fails its task alone', async () => {
  const pool = openPdfPool({ size: 1 })

  await assert.rejects(pool.run(task('() => { throw new Error("boom") }'), null), /boom/)
  await assert.rejects(pool.run(task('() => process.exit(3)'), null), /ended early \(3\)/)
  assert.notEqual(await pool.run<number>(pidOf, null), process.pid)
  await pool.close()
})

test('an idle child leaves, and another comes when needed', async () => {
  const pool = openPdfPool({ size: 1, idleMs: 20 })
  const first = await pool.run<number>(pidOf, null)
  for (let wait = 0; wait < 100 && pool.pids().length > 0; wait++) await setTimeout(20)

  assert.deepEqual(pool.pids(), [])
  assert.notEqual(await pool.run<number>(pidOf, null), first)
  await pool.close()
})
