import queuePackage from 'pg-boss/package.json' with { type: 'json' }
import type { Sql } from '../database/database.ts'

/** The shape of the queue's tables that this version of pg-boss works on. */
export const queueVersion: number = queuePackage.pgboss.schema

/** Creates or raises the queue's tables, as a step of the migration, so that a start has only to look at them. */
export async function installQueue(sql: Sql) {
  const installed = await installedVersion(sql)
  if (installed === queueVersion) return

  const { getConstructionPlans, getMigrationPlans } = await import('pg-boss')
  const plan = installed === undefined ? getConstructionPlans() : getMigrationPlans('pgboss', installed)
  await sql.unsafe(plan).simple()
}

async function installedVersion(sql: Sql): Promise<number | undefined> {
  const [table] = await sql<{ exists: boolean }[]>`select to_regclass('pgboss.version') is not null as exists`
  if (!table?.exists) return undefined

  const [row] = await sql<{ version: number }[]>`select version from pgboss.version`
  return row?.version
}
