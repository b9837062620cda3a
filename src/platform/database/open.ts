import type { Config } from '../config.ts'
import { StartRefused } from '../start-refused.ts'
import { type Attached, attach } from './attach.ts'
import { type Connection, connect } from './database.ts'
import { becomeServer, type DatabaseName, findServer } from './server-lock.ts'
import { openService } from './service.ts'

export type OpenedDatabase = Connection & {
  readonly url: string
  /** Our own PostgreSQL: whether it ran before we came, and the address of the server that uses this database. */
  readonly embedded?: { readonly wasRunning: boolean; readonly servedAt: string | undefined }
}

export type Holder =
  | {
      readonly as: 'server'
      /** Where the server answers, told to whoever tries to start a second one. */
      readonly address: string
      readonly say: (line: string) => void
      /** PostgreSQL has gone and could not be brought back. */
      readonly onLost: (error: unknown) => void
    }
  | { readonly as: 'command' }

/**
 * Opens the configured database: a PostgreSQL service, or our own, joined or started. A server is alone on its
 * database and brings PostgreSQL back when it dies; a command works beside it. Closing stops what nobody uses.
 */
export function openDatabase(config: Config, holder: Holder): Promise<OpenedDatabase> {
  if (config.databaseUrl) return openService(config.databaseUrl, { isDemo: config.isDemo })
  return openEmbedded(config, holder)
}

async function openEmbedded(config: Config, holder: Holder): Promise<OpenedDatabase> {
  const name = config.isDemo ? 'beffroi_demo' : 'beffroi'
  let attached = await join()
  const connection = connect(attached.url(name), { max: holder.as === 'server' ? 10 : 4 })

  async function join(port?: number): Promise<Attached> {
    const address = holder.as === 'server' ? holder.address : 'beffroi command'
    const joined = await attach({ data: config.data.path, port, name: address, onLost: rejoin })
    try {
      await createDatabase(joined, name)
      if (holder.as === 'server') await serveAlone(joined, name)
      return joined
    } catch (error) {
      await joined.leave()
      throw error
    }
  }

  function rejoin() {
    if (holder.as === 'server') bringBack(holder).catch(holder.onLost)
  }

  async function bringBack({ say }: Extract<Holder, { as: 'server' }>) {
    say('PostgreSQL s’est arrêté sans qu’on le lui demande : Beffroi le redémarre.')
    const again = await join(attached.port)
    if (again.port !== attached.port)
      throw new StartRefused('PostgreSQL a changé de port : relancez Beffroi.')

    attached = again
    say('PostgreSQL est revenu ; rien de ce qui était enregistré n’est perdu.')
  }

  async function close() {
    await connection.close()
    await attached.leave()
  }
  const embedded = { wasRunning: attached.wasRunning, servedAt: await findServer(attached.presence, name) }
  return { ...connection, url: attached.url(name), embedded, close }
}

async function createDatabase({ presence }: Attached, name: DatabaseName) {
  const found = await presence`select 1 from pg_database where datname = ${name}`
  if (found.length > 0) return

  await presence`create database ${presence(name)}`.catch((error) => {
    if (error.code !== '42P04' && error.code !== '23505') throw error // made by another start meanwhile
  })
}

async function serveAlone({ presence }: Attached, name: DatabaseName) {
  if (await becomeServer(presence, name)) return

  const address = await findServer(presence, name)
  throw new StartRefused(
    `Beffroi fonctionne déjà sur ces données${address ? ` : ${address}` : ''}. Rien n’a été changé.`,
  )
}
