import type { Config } from '#platform/config.ts'
import type { Database } from '#platform/database/database.ts'
import { closedDns, systemDns } from '#platform/dns.ts'
import { openLog } from '#platform/log.ts'
import { outboxTransport } from '#platform/mail/outbox.ts'
import { signingKeyring } from '#platform/mail/signing-keys.ts'
import { smtpTransport } from '#platform/mail/smtp.ts'
import type { World } from '#platform/world.ts'
import { modules } from './modules.ts'
import { createWeb } from './web.ts'

const patience = 10_000

/** What requests, jobs and commands work with. From the demonstration nothing leaves: its mail stays in the outbox. */
export function createWorld(config: Config, db: Database): World {
  const world = { db, config, log: openLog(config.logLevel), clock: () => new Date() }
  if (config.isDemo || !config.smtpUrl)
    return closed({ ...world, mail: outboxTransport(db), dns: config.isDemo ? closedDns : systemDns() })

  return {
    ...world,
    mail: smtpTransport(config.smtpUrl, {
      keyOf: signingKeyring(db, config.secret),
      patience: config.smtpPatience,
    }),
    dns: systemDns(),
    ownDoor: publicDoor(config),
  }
}

/** Where no message leaves the machine, the door is asked within the program: its address may not be public yet. */
function closed(world: Omit<World, 'ownDoor'>): World {
  const whole: World = {
    ...world,
    ownDoor: async (path, init) => createWeb(whole, modules).request(`${world.config.baseUrl}${path}`, init),
  }
  return whole
}

const publicDoor = ({ baseUrl }: Config): World['ownDoor'] => {
  return (path, init) =>
    fetch(`${baseUrl}${path}`, { redirect: 'manual', signal: AbortSignal.timeout(patience), ...init })
}
