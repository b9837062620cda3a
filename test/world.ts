import { readConfig } from '#platform/config.ts'
import { openLog } from '#platform/log.ts'
import { outboxTransport } from '#platform/mail/outbox.ts'
import type { World } from '#platform/world.ts'
import { freshDatabase } from './database.ts'

const secret = 'a secret of at least thirty-two characters for the tests'

/** A world for tests: a fresh real database, mail kept in the outbox, a silent log. */
export async function freshWorld(now?: () => Date): Promise<World> {
  const db = await freshDatabase()
  const clock = now ?? (() => new Date())
  return {
    db,
    config: readConfig({ environment: { BASE_URL: 'http://localhost:3000', BEFFROI_SECRET: secret } }),
    log: openLog('silent'),
    mail: outboxTransport(db, clock),
    clock,
  }
}
