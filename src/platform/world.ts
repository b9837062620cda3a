import type { Config } from './config.ts'
import type { Database } from './database/database.ts'
import type { Log } from './log.ts'
import type { Transport } from './mail/mail.ts'

/** What a request, a job or a command works with. */
export type World = {
  readonly db: Database
  readonly config: Config
  readonly log: Log
  readonly mail: Transport
  /** What time it is; tests decide. */
  readonly clock: () => Date
}
