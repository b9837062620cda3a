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

  keepStatements(sql)
  return { db: drizzle(sql), sql, close: () => sql.end({ timeout: 5 }) }
}

/**
 * Drizzle sends each query by `unsafe`, which asks PostgreSQL to read and describe it anew: two round trips. Kept
 * prepared, the second time costs one, and no planning. Long lists of values are not kept: each length is another text.
 */
function keepStatements(sql: Sql) {
  const send = sql.unsafe
  sql.unsafe = (text, values = [], options = {}) =>
    send(text, values, { ...options, prepare: values.length > 0 && values.length <= mostKeptValues })
}

const mostKeptValues = 12
