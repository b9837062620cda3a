import type { Config } from '#platform/config.ts'
import type { Database } from '#platform/database/database.ts'
import { openLog } from '#platform/log.ts'
import { outboxTransport } from '#platform/mail/outbox.ts'
import { smtpTransport } from '#platform/mail/smtp.ts'
import type { World } from '#platform/world.ts'

/** What requests, jobs and commands work with. From the demonstration nothing leaves: its mail stays in the outbox. */
export function createWorld(config: Config, db: Database): World {
  const mail = config.smtpUrl && !config.isDemo ? smtpTransport(config.smtpUrl) : outboxTransport(db)
  return { db, config, log: openLog(config.logLevel), mail, clock: () => new Date() }
}
