import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { StartRefused } from '../start-refused.ts'
import { createCluster } from './cluster.ts'
import { closedFolder, makeFolder } from './folders.ts'
import { type EmbeddedOptions, launch } from './launch.ts'
import { postgresUser } from './postgres-user.ts'
import { awaitReady, stopPostmaster } from './postmaster.ts'
import { readOrMakeSecret } from './secret-file.ts'

export type Embedded = {
  port: number
  /** It ran already: another program uses it, or a killed one left it. */
  wasRunning: boolean
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
  const running = await awaitReady(cluster)
  const { pid, port } = running ?? (await launch(cluster, options))

  return {
    port,
    wasRunning: running !== undefined,
    url: (database) => `postgres://beffroi:${password}@127.0.0.1:${port}/${database}`,
    stop: () => stopPostmaster(cluster, pid),
  }
}

function prepare(data: string): string {
  makeFolder(data)
  const user = postgresUser()
  const closed = closedFolder(data, user)
  if (closed)
    throw new StartRefused(
      `Le dossier ${closed} est fermé au compte « ${user?.name} », sous lequel PostgreSQL fonctionne. ` +
        'Ouvrez-le (chmod o+x) ou choisissez un autre dossier dans BEFFROI_DATA.',
    )

  return readOrMakeSecret(join(data, 'postgres-password'))
}
