import { readConfig } from '#platform/config.ts'
import type { Database } from '#platform/database/database.ts'
import { openLog } from '#platform/log.ts'
import { outboxTransport } from '#platform/mail/outbox.ts'
import type { World } from '#platform/world.ts'

const environment = {
  BASE_URL: 'https://beffroi.cdg.example',
  MAIL_FROM: 'campagne@cdg.example',
  BEFFROI_SECRET: 'a secret of at least thirty-two characters for the bench',
}

/** The world of the crash bench: real, but for the directory of names, which knows nobody, and leases made short. */
export function benchWorld(
  db: Database,
  { patience, smtpUrl }: { patience: number; smtpUrl?: string },
): World {
  return {
    db,
    config: { ...readConfig({ environment }), smtpPatience: patience, smtpUrl },
    log: openLog('silent'),
    mail: outboxTransport(db),
    dns: { mx: async () => [], txt: async () => [] },
    ownDoor: async () => new Response('', { status: 404 }),
    clock: () => new Date(),
  }
}
