import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshDatabase } from '#test/database.ts'
import {
  advance,
  failWork,
  findWork,
  finishWork,
  isStopRequested,
  latestWork,
  openWork,
  requestStop,
} from './works.ts'

const db = await freshDatabase()
const newImport = (subjectId = 'file-1') =>
  openWork(db, { kind: 'import', subjectId, title: 'Annuaire', total: 10 })

test('work tells how far it has come, and when it began and ended', async () => {
  const id = await newImport()
  await advance(db, id, { done: 4 })
  const running = await findWork(db, id)
  await finishWork(db, id, { result: { added: 9 } })
  const done = await findWork(db, id)

  assert.deepEqual([running.state, running.done, running.total], ['running', 4, 10])
  assert.ok(running.startedAt)
  assert.deepEqual([done.state, done.result], ['done', { added: 9 }])
  assert.ok(done.finishedAt)
})

test('work that has begun learns that it is asked to stop, and then says it stopped', async () => {
  const id = await newImport()
  await advance(db, id, { done: 1 })
  await requestStop(db, id)

  assert.equal(await isStopRequested(db, id), true)
  await finishWork(db, id, { isStopped: true })
  assert.equal((await findWork(db, id)).state, 'stopped')
})

test('work that has not begun stops at once', async () => {
  const id = await newImport()
  await requestStop(db, id)

  assert.equal((await findWork(db, id)).state, 'stopped')
})

test('work that has ended does not begin again', async () => {
  const id = await newImport()
  await failWork(db, id, 'Le fichier est tronqué.')
  await advance(db, id, { done: 5 })

  const { state, problem } = await findWork(db, id)
  assert.deepEqual([state, problem], ['failed', 'Le fichier est tronqué.'])
})

test('the last work on a subject is found', async () => {
  await newImport('file-2')
  const last = await newImport('file-2')

  assert.equal((await latestWork(db, 'import', 'file-2'))?.id, last)
})
