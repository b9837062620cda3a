import { setTimeout as pause } from 'node:timers/promises'
import type postgres from 'postgres'

const serverLock = 7_335_002

/** The databases of a cluster, by the number under which their server's lock is known. */
export const databases = { beffroi: 1, beffroi_demo: 2 } as const

export type DatabaseName = keyof typeof databases

/**
 * Makes this session the server of a database. False when another process serves it; one that has just been killed
 * is given a second to be noticed.
 */
export async function becomeServer(presence: postgres.Sql, name: DatabaseName): Promise<boolean> {
  for (let turn = 0; turn < 20; turn++) {
    const [row] =
      await presence`select pg_try_advisory_lock(${serverLock}::int, ${databases[name]}::int) as held`
    if (row?.held) return true
    await pause(50)
  }
  return false
}

/** The address of whoever serves a database, as its session announces it; undefined when nobody does. */
export async function findServer(presence: postgres.Sql, name: DatabaseName): Promise<string | undefined> {
  const [row] = await presence<{ address: string }[]>`
    select application_name as address
    from pg_locks join pg_stat_activity using (pid)
    where locktype = 'advisory' and classid = ${serverLock}::int::oid and objid = ${databases[name]}::int::oid and granted`
  return row?.address
}
