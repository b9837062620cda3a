import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { StartRefused } from '../start-refused.ts'
import { createCluster } from './cluster.ts'
import { closedFolder } from './folders.ts'
import { launch } from './launch.ts'
import { postgresUser } from './postgres-user.ts'
import { awaitReady, stopPostmaster } from './postmaster.ts'
import { readOrMakeSecret } from './secret-file.ts'

export type EmbeddedOptions = {
  /** The data directory; the cluster is its `postgres` folder. */
  data: string
  /** The port to take when PostgreSQL has to be started; a free one by default. */
  port?: number
  /** Faster, and lost with the machine's power: for tests only. */
  isDisposable?: boolean
}

export type Embedded = {
  pid: number
  port: number
  /** The address of one of its databases, password included. */
  url(database: string): string
  stop(): Promise<void>
}

/**
 * The PostgreSQL of a data directory: the one that already runs (a killed server leaves it behind), or a new one,
 * on a cluster made the first time. Listens on this machine only, behind a random password.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const cluster = join(options.data, 'postgres')
  const password = prepare(options.data)

  if (!existsSync(cluster)) await createCluster(cluster, password, options)
  const { pid, port } = (await awaitReady(cluster)) ?? (await launch(cluster, options))

  return {
    pid,
    port,
    url: (database) => `postgres://beffroi:${password}@127.0.0.1:${port}/${database}`,
    stop: () => stopPostmaster(cluster, pid),
  }
}

function prepare(data: string): string {
  mkdirSync(data, { recursive: true, mode: 0o755 })
  const user = postgresUser()
  const closed = closedFolder(data, user)
  if (closed)
    throw new StartRefused(
      `Le dossier ${closed} est fermé au compte « ${user?.name} », sous lequel PostgreSQL fonctionne. ` +
        'Ouvrez-le (chmod o+x) ou choisissez un autre dossier dans BEFFROI_DATA.',
    )

  return readOrMakeSecret(join(data, 'postgres-password'))
}
