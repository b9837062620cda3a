import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { isAlive, isPostgresOf, signal } from './processes.ts'

export type Postmaster = { pid: number; port: number; isReady: boolean }

/** What PostgreSQL itself writes of the server that runs on a cluster; undefined when none does. */
export function readPostmaster(cluster: string): Postmaster | undefined {
  const file = join(cluster, 'postmaster.pid')
  if (!existsSync(file)) return undefined

  const [pid, , , port, , , , status] = readFileSync(file, 'utf8').split('\n')
  const postmaster = { pid: Number(pid), port: Number(port ?? 0), isReady: status?.trim() === 'ready' }
  return isPostgresOf(cluster, postmaster.pid) ? postmaster : undefined
}

/** Waits while the server that runs on a cluster starts or recovers; undefined when none runs. */
export async function awaitReady(cluster: string): Promise<Postmaster | undefined> {
  for (;;) {
    const postmaster = readPostmaster(cluster)
    if (!postmaster || postmaster.isReady) return postmaster
    await pause(10)
  }
}

/** Forgets a server that lives no more and whose number is now another program's, which PostgreSQL takes for itself. */
export function forgetPostmaster(cluster: string) {
  const file = join(cluster, 'postmaster.pid')
  const pid = existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : 0
  if (pid > 0 && isAlive(pid) && !isPostgresOf(cluster, pid)) rmSync(file)
}

/** Stops a server in order: the sessions are closed, what is committed is on disk. */
export async function stopPostmaster(cluster: string, pid: number) {
  const steps = [
    { name: 'SIGINT', seconds: 30 },
    { name: 'SIGQUIT', seconds: 10 },
    { name: 'SIGKILL', seconds: 5 },
  ] as const
  for (const { name, seconds } of steps) {
    if (!isPostgresOf(cluster, pid)) return
    signal(pid, name)
    for (let turn = 0; turn < seconds * 100 && isPostgresOf(cluster, pid); turn++) await pause(10)
  }
}
