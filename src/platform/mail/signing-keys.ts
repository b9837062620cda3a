import { createPrivateKey, generateKeyPair } from 'node:crypto'
import { promisify } from 'node:util'
import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Database } from '../database/database.ts'
import { newId } from '../ids.ts'
import { seal, unseal } from '../sealed.ts'
import type { SigningKey } from './dkim.ts'
import { signingKeys } from './signing-keys.tables.ts'

export type KeptKey = typeof signingKeys.$inferSelect

const makeKeyPair = promisify(generateKeyPair)
const purpose = 'signing-key'

/**
 * Makes a new key of a domain (RSA 2048, RFC 8301), under a selector that tells its day. It signs nothing until a check has
 * seen its record published.
 */
export async function makeSigningKey(db: Database, secret: string, domain: string, by: string, at: Date) {
  const pair = await makeKeyPair('rsa', { modulusLength: 2048 })
  const known = await listSigningKeys(db, domain)
  await db.insert(signingKeys).values({
    id: newId(),
    domain,
    selector: freeSelector(at, known),
    publicKey: pair.publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    sealedPrivateKey: seal(
      secret,
      purpose,
      pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    ),
    createdAt: at,
    createdBy: by,
  })
}

function freeSelector(at: Date, known: readonly KeptKey[]) {
  const day = `beffroi-${at.toISOString().slice(0, 10).replaceAll('-', '')}`
  const taken = known.filter(({ selector }) => selector.startsWith(day)).length
  return taken === 0 ? day : `${day}-${taken + 1}`
}

/** The keys of a domain, newest first. */
export const listSigningKeys = (db: Database, domain: string): Promise<KeptKey[]> =>
  db
    .select()
    .from(signingKeys)
    .where(eq(signingKeys.domain, domain))
    .orderBy(desc(signingKeys.createdAt), desc(signingKeys.id))

/** A check has seen the key's record published: it signs from now on. */
export const putKeyInUse = (db: Database, id: string, at: Date) =>
  db
    .update(signingKeys)
    .set({ inUseSince: at })
    .where(and(eq(signingKeys.id, id), isNull(signingKeys.inUseSince)))

/** A person says that the record of a key that signs no more may leave the zone. */
export const retireKey = (db: Database, id: string, by: string, at: Date) =>
  db
    .update(signingKeys)
    .set({ retiredAt: at, retiredBy: by })
    .where(and(eq(signingKeys.id, id), isNull(signingKeys.retiredAt)))

/** The key that signs for a domain today, the newest whose record was seen; undefined when there is none. */
export async function currentSigningKey(
  db: Database,
  secret: string,
  domain: string,
): Promise<SigningKey | undefined> {
  const [key] = await db
    .select()
    .from(signingKeys)
    .where(
      and(eq(signingKeys.domain, domain), isNotNull(signingKeys.inUseSince), isNull(signingKeys.retiredAt)),
    )
    .orderBy(desc(signingKeys.inUseSince), desc(signingKeys.createdAt))
    .limit(1)
  return (
    key && {
      domain,
      selector: key.selector,
      privateKey: createPrivateKey(unseal(secret, purpose, key.sealedPrivateKey)),
    }
  )
}

const freshness = 10_000

/** The same for a transport that sends many: read again after some seconds, for another process may have changed it. */
export function signingKeyring(db: Database, secret: string) {
  const kept = new Map<string, { at: number; key: Promise<SigningKey | undefined> }>()

  return (domain: string) => {
    const known = kept.get(domain)
    if (known && performance.now() - known.at < freshness) return known.key

    const key = currentSigningKey(db, secret, domain)
    kept.set(domain, { at: performance.now(), key })
    key.catch(() => kept.delete(domain))
    return key
  }
}
