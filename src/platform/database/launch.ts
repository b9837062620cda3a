import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { StartRefused } from '../start-refused.ts'
import { giveTo } from './cluster.ts'
import { environment } from './environment.ts'
import { freePort } from './free-port.ts'
import { postgresUser } from './postgres-user.ts'
import { awaitReady, forgetPostmaster, type Postmaster, readPostmaster } from './postmaster.ts'
import { endLeftovers } from './processes.ts'
import { findPrograms } from './programs.ts'
import { diskSettings, disposableSettings } from './settings.ts'

export type EmbeddedOptions = {
  /** The data directory; the cluster is its `postgres` folder. */
  data: string
  /** The port to take when PostgreSQL has to be started; a free one by default. */
  port?: number
  /** Faster, and lost with the machine's power: for tests only. */
  isDisposable?: boolean
}

/** Starts a server on a cluster; of two starts at once PostgreSQL lets one through, and the other finds it running. */
export async function launch(cluster: string, options: EmbeddedOptions): Promise<Postmaster> {
  for (let attempt = 1; ; attempt++) {
    const started = (await spawnServer(cluster, options)) ?? (await awaitReady(cluster))
    if (started) return started
    if (attempt === 3) throw new StartRefused(explain(cluster))
    await pause(100 * attempt)
  }
}

async function spawnServer(cluster: string, { port, isDisposable }: EmbeddedOptions) {
  const user = postgresUser()
  if (!readPostmaster(cluster)) await endLeftovers(cluster)
  forgetPostmaster(cluster)
  giveTo(cluster, user)

  const settings = { ...(isDisposable ? disposableSettings : diskSettings), port: port ?? (await freePort()) }
  const log = openSync(logOf(cluster), 'w')
  const child = spawn(
    findPrograms(user).postgres,
    ['-D', cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    // its own session: Ctrl-C in the terminal is for us, who then stop it in order
    {
      uid: user?.uid,
      gid: user?.gid,
      stdio: ['ignore', log, log],
      detached: true,
      cwd: '/',
      env: environment,
    },
  )
  closeSync(log)
  let hasEnded = false
  child.once('exit', () => (hasEnded = true)).once('error', () => (hasEnded = true))
  child.unref()

  while (!hasEnded) {
    const postmaster = readPostmaster(cluster)
    if (postmaster?.isReady && postmaster.pid === child.pid) return postmaster
    await pause(10)
  }
  return undefined
}

function explain(cluster: string): string {
  const said = readFileSync(logOf(cluster), 'utf8').trim().split('\n').slice(-8).join('\n')
  if (/No space left on device/.test(said))
    return 'Le disque est plein : PostgreSQL ne peut pas démarrer. Libérez de la place, puis recommencez.'

  return `PostgreSQL n’a pas démarré. Son journal (${logOf(cluster)}) dit :\n${said}`
}

const logOf = (cluster: string) => join(cluster, 'server.log')
