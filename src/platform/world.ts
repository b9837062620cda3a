import type { Config } from './config.ts'
import type { Database } from './database/database.ts'
import type { Dns } from './dns.ts'
import type { Log } from './log.ts'
import type { Transport } from './mail/mail.ts'

/** What a request, a job or a command works with. */
export type World = {
  readonly db: Database
  readonly config: Config
  readonly log: Log
  readonly mail: Transport
  readonly dns: Dns
  /** Asks a page of Beffroi as a stranger does, at its public address; throws when nobody answers there. */
  readonly ownDoor: (path: string, init?: RequestInit) => Promise<Response>
  /** What time it is; tests decide. */
  readonly clock: () => Date
}
