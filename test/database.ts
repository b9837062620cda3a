import { createHash, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { after } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { type Attached, attach } from '#platform/database/attach.ts'
import { type Connection, connect, type Database } from '#platform/database/database.ts'
import { closedFolder, folderOutside, root } from '#platform/database/folders.ts'
import { migrate, readMigrations } from '#platform/database/migrate.ts'
import { postgresUser } from '#platform/database/postgres-user.ts'
import { queueVersion } from '#platform/jobs/install.ts'

/** A migrated database of its own for one test file; it goes with the file. */
export async function freshDatabase(): Promise<Database> {
  return (await freshConnection()).db
}

/** The same, with its address and its plain postgres.js, for the tests of the ground itself. */
export async function freshConnection(): Promise<Connection & { url: string }> {
  const server = await testServer()
  const admin = connect(server.url('postgres'), { max: 1 })
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const connection = connect(server.url(name), { max: 4 })
  const leave = async () => {
    await connection.close()
    await admin.sql`drop database if exists ${admin.sql(name)} with (force)`
    await admin.close()
    await server.leave()
  }

  try {
    await clone(admin.sql, await ensureTemplate(admin.sql, server), name)
  } catch (error) {
    await leave()
    throw error
  }
  after(leave)
  return { ...connection, url: server.url(name) }
}

type Server = Pick<Attached, 'url' | 'leave'>

/** The PostgreSQL of the whole run when there is one (`npm test`, or a service); else one for this file. */
async function testServer(): Promise<Server> {
  const address = process.env.BEFFROI_TEST_DATABASE_URL ?? process.env.DATABASE_URL
  if (address) return { url: (database) => withDatabase(address, database), leave: async () => {} }

  return attach({ data: testFolder(), isDisposable: true })
}

/** Clears what killed tests left on a server, and makes the template before the first test asks for it. */
export async function prepareTestServer(address: string) {
  const url = (database: string) => withDatabase(address, database)
  const admin = connect(address, { max: 1 })
  const left = await admin.sql<{ name: string }[]>`
    select datname as name from pg_database
    where datname ~ '^(test|template)_[0-9a-f]{16}'
      and not exists (select from pg_stat_activity where datname = pg_database.datname)`
  const template = await ensureTemplate(admin.sql, { url })
  for (const { name } of left)
    if (name !== template) await admin.sql`drop database if exists ${admin.sql(name)}`
  await admin.close()
}

/** Where the tests keep their cluster: beside the packages, or outside a checkout that PostgreSQL may not enter. */
export function testFolder(): string {
  const inside = join(root, 'node_modules/.cache/beffroi-test')
  return closedFolder(root, postgresUser()) ? join(folderOutside(), 'test') : inside
}

/** One migrated database that the others are copied from, made again when a migration changes. */
async function ensureTemplate(sql: Connection['sql'], server: Pick<Server, 'url'>): Promise<string> {
  const migrations = readMigrations()
  const version = createHash('sha256')
    .update([queueVersion, ...migrations.map(({ checksum }) => checksum)].join())
    .digest('hex')
  const name = `template_${version.slice(0, 16)}`
  const exists = async () => (await sql`select 1 from pg_database where datname = ${name}`).length > 0
  if (await exists()) return name

  await sql`select pg_advisory_lock(${templateLock})`
  try {
    if (await exists()) return name

    const draft = `${name}_draft`
    await sql`drop database if exists ${sql(draft)} with (force)`
    await sql`create database ${sql(draft)}`
    const connection = connect(server.url(draft), { max: 1 })
    await migrate(connection.sql, migrations).finally(connection.close)
    await renameWhenFree(sql, draft, name)
    return name
  } finally {
    await sql`select pg_advisory_unlock(${templateLock})`
  }
}

const templateLock = 7_335_099

const renameWhenFree = (sql: Connection['sql'], from: string, to: string) =>
  whenFree(() => sql`alter database ${sql(from)} rename to ${sql(to)}`)

const clone = (sql: Connection['sql'], template: string, name: string) =>
  whenFree(() => sql`create database ${sql(name)} template ${sql(template)}`)

/** PostgreSQL copies or renames a database only while nobody is in it; another file may be copying it too. */
async function whenFree(run: () => Promise<unknown>, patience = 200): Promise<void> {
  try {
    await run()
  } catch (error) {
    if ((error as { code?: string }).code !== '55006' || patience === 0) throw error
    await pause(20)
    await whenFree(run, patience - 1)
  }
}

function withDatabase(address: string, database: string): string {
  const url = new URL(address)
  url.pathname = `/${database}`
  return url.href
}
