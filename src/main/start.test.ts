import assert from 'node:assert/strict'
import { existsSync, renameSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { attach } from '#platform/database/attach.ts'
import { connect } from '#platform/database/database.ts'
import { freePort } from '#platform/database/free-port.ts'
import { readPostmaster } from '#platform/database/postmaster.ts'
import { startServer } from '#test/server.ts'
import { temporaryFolder } from '#test/temporary-folder.ts'

const folder = temporaryFolder()
let data = join(folder, 'data')
const port = await freePort()
const ready = 'Beffroi répond à'

const start = async () => {
  const server = startServer(data, port)
  await server.says(ready)
  return server
}
const postgresPid = () => readPostmaster(join(data, 'postgres'))?.pid ?? 0
const answers = async () => (await fetch(`http://127.0.0.1:${port}/health`)).status === 200

/** A row written by hand, to see what a crash keeps. */
async function inDatabase<Result>(run: (sql: ReturnType<typeof connect>['sql']) => Promise<Result>) {
  const attached = await attach({ data })
  const { sql, close } = connect(attached.url('beffroi'), { max: 1 })
  return run(sql).finally(async () => {
    await close()
    await attached.leave()
  })
}

after(() => rmSync(folder, { recursive: true, force: true }))

test('of two servers started at once on new data, one answers and the other says so and leaves', async () => {
  const both = [startServer(data, port), startServer(data, port)]
  const ends = await Promise.race(both.map(async (server) => ({ server, code: await server.ends() })))
  const [first] = both.filter((server) => server !== ends.server)
  await first?.says(ready)

  assert.equal(ends.code, 1)
  assert.match(
    ends.server.said(),
    new RegExp(`Beffroi fonctionne déjà sur ces données : http://localhost:${port}`),
  )
  assert.ok(await answers())
  first?.child.kill('SIGTERM')
  assert.equal(await first?.ends(), 0)
  assert.equal(postgresPid(), 0)
})

test('a server killed at any moment loses nothing committed, and the next one joins its orphan PostgreSQL', async () => {
  const killed = await start()
  await inDatabase((sql) => sql`create table witness as select 1 as seen`)
  killed.child.kill('SIGKILL')
  await killed.ends()
  const orphan = postgresPid()
  const next = await start()

  assert.ok(orphan > 0)
  assert.equal(postgresPid(), orphan)
  assert.ok(await answers())
  assert.equal((await inDatabase((sql) => sql`select seen from witness`)).length, 1)
  next.child.kill('SIGTERM')
  assert.equal(await next.ends(), 0)
})

test('a server whose PostgreSQL is killed brings it back and goes on answering', async () => {
  const server = await start()
  process.kill(postgresPid(), 'SIGKILL')
  await server.says('PostgreSQL est revenu')

  assert.ok(await answers())
  server.child.kill('SIGTERM')
  assert.equal(await server.ends(), 0)
})

test('a server and its PostgreSQL killed together start again', async () => {
  const killed = await start()
  process.kill(postgresPid(), 'SIGKILL')
  killed.child.kill('SIGKILL')
  await killed.ends()
  const next = await start()

  assert.ok(await answers())
  next.child.kill('SIGTERM')
  await next.ends()
})

test('a data directory moved while stopped opens again with what it held', async () => {
  const moved = join(folder, 'moved')
  renameSync(data, moved)
  data = moved

  assert.equal((await inDatabase((sql) => sql`select seen from witness`)).length, 1)
  assert.ok(!existsSync(join(folder, 'data')))
})

test('a port that another program holds is told with the way to choose another, and PostgreSQL is stopped', async () => {
  const other = createServer().listen(port, '127.0.0.1')
  const server = startServer(data, port)
  const code = await server.ends()
  other.close()

  assert.equal(code, 1)
  assert.match(server.said(), new RegExp(`Le port ${port} est déjà pris .* PORT=${port + 1} npm start`))
  assert.equal(postgresPid(), 0)
})
