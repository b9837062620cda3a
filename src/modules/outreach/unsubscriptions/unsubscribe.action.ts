import type { Database } from '#platform/database/database.ts'
import type { World } from '#platform/world.ts'
import { accept, refuse } from '#values/decision.ts'
import { type DeliveryToken, readToken } from '../deliveries/delivery-token.ts'
import { deliveryOfAttempt, insertEvent, lockDelivery } from '../deliveries/events.queries.ts'
import { messageOfToken } from '../deliveries/sign-token.action.ts'
import { opposeAddress, opposeCompany, opposeTownHall } from '../oppositions/oppose.action.ts'
import { isTownHallsOwn } from './unsubscriptions.queries.ts'

/** What one does not want any more: everything, as the mailbox's own button means it, or e-mails alone. */
export type UnsubscriptionScope = 'all' | 'email'

/** The delivery that a verified token names; undefined for a token that is not ours. */
export async function deliveryOfToken(
  { db, config }: Pick<World, 'db' | 'config'>,
  token: DeliveryToken | string,
) {
  const read = typeof token === 'string' ? readToken(token) : token
  const attempt = read && messageOfToken(config.secret, read)
  return attempt === undefined ? undefined : deliveryOfAttempt(db, attempt)
}

type Asked = {
  readonly scope: UnsubscriptionScope
  /** How it was asked: « bouton de désinscription du courriel », « courriel de désinscription ». */
  readonly origin: string
  readonly reason?: string
}

/**
 * Honours at once who asks, from an e-mail of ours, not to be written to any more (RFC 8058, RGPD art. 21): the address is
 * opposed and, when it is the town hall's own or a company's, the town hall or the company too. Asked twice, it is done once. Refuses a token not ours.
 */
export async function unsubscribe(world: World, token: DeliveryToken | string, asked: Asked) {
  const deliveryId = await deliveryOfToken(world, token)
  if (deliveryId === undefined) return refuse('unknown-token')

  await world.db.transaction((tx) => oppose(tx, world, deliveryId, asked))
  return accept({ deliveryId })
}

async function oppose(
  db: Database,
  { config, clock }: World,
  deliveryId: string,
  { scope, reason, origin: by }: Asked,
) {
  const at = clock()
  const delivery = await lockDelivery(db, deliveryId)
  if (!delivery?.address) throw new Error(`delivery ${deliveryId} has no address`)

  const { insee, companyId, companyName, address, messageId } = delivery
  const origin = reason ? `${by} : ${reason}` : by
  await opposeAddress(db, config.secret, { address, kind: 'email', origin, at })
  // An invitation is written to the company's own address: its refusal is the company's.
  if (companyId && companyName)
    await opposeCompany(db, { companyId, companyName, channel: scope, origin, at })
  if (insee && (await isTownHallsOwn(db, insee, address)))
    await opposeTownHall(db, { insee, channel: scope, origin, at })
  await insertEvent(db, {
    deliveryId,
    source: 'unsubscription',
    sourceEventId: `${deliveryId}/${scope}`,
    kind: 'unsubscribed',
    at,
    detail: { messageId: messageId ?? undefined, reason: origin },
  })
}
