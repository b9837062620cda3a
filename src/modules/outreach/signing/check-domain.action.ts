import { listSigningKeys, putKeyInUse } from '#platform/mail/signing-keys.ts'
import type { World } from '#platform/world.ts'
import { accept, refuse } from '#values/decision.ts'
import { type DomainFacts, domainLines } from './domain-lines.ts'
import { insertCheck, sendingDomain } from './signing.queries.ts'

/**
 * Asks the names directory what it publishes of the sending domain, keeps its answer dated, and lets a key sign from the
 * moment its record is seen. Refuses when the directory cannot be reached: an answer that did not come is not an absence.
 */
export async function checkDomain(world: World) {
  const { db, config, clock } = world
  const domain = sendingDomain(config)
  const [newest] = (await listSigningKeys(db, domain)).filter(({ retiredAt }) => retiredAt === null)
  const facts = await factsOf(world, domain, newest).catch(() => undefined)
  if (!facts) return refuse('directory-unreachable')

  const lines = domainLines(facts)
  const check = { domain, checkedAt: clock(), isGood: lines.every(({ isGood }) => isGood), lines }
  await db.transaction(async (tx) => {
    await insertCheck(tx, check)
    if (newest && lines.some(({ id, isGood }) => id === 'dkim' && isGood))
      await putKeyInUse(tx, newest.id, clock())
  })
  return accept(check)
}

async function factsOf(
  { dns, config }: World,
  domain: string,
  key: DomainFacts['key'],
): Promise<DomainFacts> {
  const returnsDomain = sendingDomain({ mailFrom: config.mailReturns })
  const [dkim, spf, dmarc, returnsSpf, returnsMx] = await Promise.all([
    key ? dns.txt(`${key.selector}._domainkey.${domain}`) : [],
    dns.txt(domain),
    dmarcOf(dns, domain),
    dns.txt(returnsDomain),
    dns.mx(returnsDomain),
  ])
  const relayHost = relayHostOf(config)
  return { domain, returnsDomain, relayHost, key, dkim, spf, dmarc, returnsSpf, returnsMx }
}

// What a domain does not say of itself, the one above may say for it (RFC 7489 §6.6.3).
async function dmarcOf(dns: World['dns'], domain: string) {
  const own = await dns.txt(`_dmarc.${domain}`)
  const above = domain.split('.').slice(1)
  return own.length > 0 || above.length < 2 ? own : dns.txt(`_dmarc.${above.join('.')}`)
}

/** The name of the server that our e-mails leave by. */
export const relayHostOf = ({ smtpUrl }: { readonly smtpUrl: string | undefined }) =>
  smtpUrl ? new URL(smtpUrl).hostname : undefined
