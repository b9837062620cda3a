import type { PgDatabase } from 'drizzle-orm/pg-core'
import type { PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js'
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'

/** What queries and actions take: the database itself, or a transaction of it. */
export type Database = PgDatabase<PostgresJsQueryResultHKT, Record<string, never>>

/** Plain postgres.js, for what Drizzle does not say well (streams, COPY, notifications). */
export type Sql = postgres.Sql

export type Connection = { db: Database; sql: Sql; close(): Promise<void> }

/** Opens a pool on a PostgreSQL address; dates are read in French time whatever the server's setting. */
export function connect(url: string, { max = 10 }: { max?: number } = {}): Connection {
  const sql = postgres(url, {
    max,
    onnotice: () => {},
    connection: { application_name: 'beffroi', TimeZone: 'Europe/Paris' },
  })

  return { db: drizzle(sql), sql, close: () => sql.end({ timeout: 5 }) }
}
