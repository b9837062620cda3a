import { desc, eq } from 'drizzle-orm'
import type { Config } from '#platform/config.ts'
import type { Database } from '#platform/database/database.ts'
import { newId } from '#platform/ids.ts'
import { type DomainCheck, standingOf } from './domain-standing.ts'
import { domainChecks } from './signing.tables.ts'

export const insertCheck = (db: Database, check: DomainCheck) =>
  db.insert(domainChecks).values({ id: newId(), ...check })

/** The last check of a domain. */
export async function lastCheck(db: Database, domain: string): Promise<DomainCheck | undefined> {
  const [check] = await db
    .select()
    .from(domainChecks)
    .where(eq(domainChecks.domain, domain))
    .orderBy(desc(domainChecks.checkedAt))
    .limit(1)
  return check
}

/** The domain that our e-mails say they come from. */
export const sendingDomain = ({ mailFrom }: Pick<Config, 'mailFrom'>) =>
  mailFrom.slice(mailFrom.lastIndexOf('@') + 1).toLowerCase()

/** Where the sending domain stands, for the list before a launch; undefined without a relay, when nothing leaves the machine. */
export async function domainReadiness(db: Database, config: Config, now: Date) {
  if (config.smtpUrl === undefined) return undefined
  const domain = sendingDomain(config)
  return standingOf(domain, await lastCheck(db, domain), now)
}
