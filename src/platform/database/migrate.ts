import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { installQueue } from '../jobs/install.ts'
import { StartRefused } from '../start-refused.ts'
import type { Sql } from './database.ts'
import { root } from './folders.ts'

export type Migration = { name: string; text: string; checksum: string }

/** The migrations of this version of the code, in order. */
export function readMigrations(folder = join(root, 'db/migrations')): Migration[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8')
      return { name, text, checksum: createHash('sha256').update(text).digest('hex') }
    })
}

/**
 * Brings a database up to the code, one transaction per migration, one program at a time. Refuses a database that is
 * newer than the code, and a migration edited after it was applied. Gives the names of those it applied.
 */
export async function migrate(sql: Sql, migrations = readMigrations()): Promise<string[]> {
  const connection = await sql.reserve()
  try {
    await connection`select pg_advisory_lock(${migrationLock})`
    await connection`create table if not exists migrations (
      name text primary key, checksum text not null, applied_at timestamptz not null default now())`
    const applied = await listApplied(connection)
    refuseWhatDiffers(migrations, applied)

    const missing = migrations.filter(({ name }) => !applied.has(name))
    for (const migration of missing) await apply(connection, migration)
    await installQueue(connection)
    return missing.map(({ name }) => name)
  } finally {
    await connection`select pg_advisory_unlock(${migrationLock})`.catch(() => {})
    connection.release()
  }
}

/** The migrations that a database still waits for; refuses as `migrate` does. */
export async function pendingMigrations(sql: Sql, migrations = readMigrations()): Promise<string[]> {
  const [table] = await sql<{ exists: boolean }[]>`select to_regclass('migrations') is not null as exists`
  const applied = table?.exists ? await listApplied(sql) : new Map<string, string>()
  refuseWhatDiffers(migrations, applied)
  return migrations.filter(({ name }) => !applied.has(name)).map(({ name }) => name)
}

const migrationLock = 7_335_001

async function listApplied(sql: Sql): Promise<Map<string, string>> {
  const rows = await sql<{ name: string; checksum: string }[]>`select name, checksum from migrations`
  return new Map(rows.map(({ name, checksum }) => [name, checksum]))
}

function refuseWhatDiffers(migrations: Migration[], applied: Map<string, string>) {
  const names = new Set(migrations.map(({ name }) => name))
  const unknown = [...applied.keys()].filter((name) => !names.has(name))
  if (unknown.length > 0)
    throw new StartRefused(
      `Cette base a été ouverte par une version plus récente de Beffroi (elle connaît ${unknown.join(', ')}). ` +
        'Installez cette version ou une plus récente : rien n’a été modifié.',
    )

  const edited = migrations.filter(({ name, checksum }) => (applied.get(name) ?? checksum) !== checksum)
  if (edited.length > 0)
    throw new StartRefused(
      `Une migration déjà appliquée à cette base a été modifiée dans le code : ${edited.map(({ name }) => name).join(', ')}. ` +
        'Rétablissez ce fichier et écrivez le changement dans une nouvelle migration.',
    )
}

async function apply(connection: Sql, { name, text, checksum }: Migration) {
  try {
    await connection
      .unsafe(
        `begin;\n${text}\n;insert into migrations (name, checksum) values ('${name}', '${checksum}');\ncommit;`,
      )
      .simple()
  } catch (cause) {
    await connection.unsafe('rollback').simple()
    throw new Error(`La migration ${name} a échoué : ${(cause as Error).message}`, { cause })
  }
}

/** Leaves nothing of a database: what is migrated next is new. For the demonstration alone. */
export const emptyDatabase = (sql: Sql) =>
  sql`drop schema if exists pgboss cascade; drop schema public cascade; create schema public`.simple()
