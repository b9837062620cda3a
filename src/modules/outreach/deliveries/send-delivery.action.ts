import { recordFact } from '#modules/journal/index.ts'
import type { Database } from '#platform/database/database.ts'
import type { Mail, Receipt } from '#platform/mail/mail.ts'
import type { World } from '#platform/world.ts'
import { deliveryPaths } from './deliveries.paths.ts'
import { composeEmail, type FrozenMessage } from './email.ts'
import { insertEvent, refusalsOf } from './events.queries.ts'
import { beginHandOver, type Delivery, type Outcome, settle } from './ledger.queries.ts'
import { retryAfter } from './retry.ts'

// RFC 5321 allows ten minutes after the final dot: the lease outlasts the longest dialogue.
const dialogue = 15 * 60_000

/**
 * Sends one claimed e-mail in three steps, each committed by itself: says that it is leaving, hands it over outside any
 * transaction (L5), writes the result. Nothing is sent when the lease is over.
 */
export async function sendDelivery(world: World, id: string, token: string, frozen: FrozenMessage) {
  const begun = await handOver(world, id, token)
  if (!begun) return

  const mail = emailOf(begun, frozen)
  const receipt = await send(world, mail)
  await writeResult(world, { delivery: begun, token, subject: mail.subject, receipt })
}

/** L3: committed before anything leaves. */
export function handOver({ db, clock }: World, id: string, token: string) {
  const now = clock()
  return beginHandOver(db, { id, token, now, until: new Date(now.getTime() + dialogue) })
}

/** The e-mail of a delivery; throws when the ledger holds an e-mail without what it needs, which is a bug. */
export function emailOf(delivery: Delivery, frozen: FrozenMessage): Mail {
  const { id, address, addressSource, replyCode, messageId, messageValues: values } = delivery
  if (!address || !replyCode || !messageId || !values) throw new Error(`delivery ${id} was not rendered`)

  return composeEmail(frozen, { address, addressSource: addressSource ?? '', replyCode, messageId, values })
}

/** A transport that breaks after the hand-over has begun leaves a doubt, like a lost answer. */
const send = ({ mail }: World, message: Mail): Promise<Receipt> =>
  mail.send(message).catch((error: Error) => ({ outcome: 'uncertain', answer: error.message }))

type Result = { delivery: Delivery; token: string; subject: string; receipt: Receipt }

/** Writes what the server answered: the state, the event and the journal in one transaction. */
export function writeResult({ db, clock }: World, { delivery, token, subject, receipt }: Result) {
  const now = clock()
  const messageId = delivery.messageId ?? ''
  return db.transaction(async (tx) => {
    const outcome = await outcomeOf(tx, delivery, receipt, now)
    const isSettled = await settle(tx, delivery.id, token, outcome)
    // The lease was lost and the delivery is in doubt: the answer is kept as evidence for whoever settles it.
    await insertEvent(tx, {
      deliveryId: delivery.id,
      source: 'sender',
      sourceEventId: `${delivery.id}/${token}/${receipt.outcome}`,
      kind: isSettled ? outcome.state : `late-${receipt.outcome}`,
      at: now,
      detail: { messageId, answer: receipt.answer, attempt: String(delivery.attempt) },
    })
    if (isSettled && outcome.state === 'accepted') await tellSent(tx, delivery, subject, now)
    return isSettled
  })
}

async function outcomeOf(db: Database, delivery: Delivery, receipt: Receipt, now: Date): Promise<Outcome> {
  const { answer } = receipt
  if (receipt.outcome === 'accepted') return { state: 'accepted', now }
  if (receipt.outcome === 'uncertain')
    return { state: 'uncertain', reason: 'no-answer', reasonDetail: answer, now }
  if (receipt.outcome === 'refused-permanent') {
    return { state: 'refused_permanent', reason: 'refused', reasonDetail: answer, now }
  }

  const before = await refusalsOf(db, delivery.id, delivery.messageId ?? '')
  const retry = retryAfter(before.count + 1, before.firstAt ?? now, now)
  return retry.state === 'expired'
    ? { state: 'refused_permanent', reason: 'expired', reasonDetail: answer, now }
    : { state: 'refused_temporary', reason: 'busy', reasonDetail: answer, retryAt: retry.at, now }
}

/** The journal's entry for an e-mail that the server accepted; told once for each attempt. */
export async function tellSent(
  db: Database,
  { id, insee, attempt, messageValues }: Delivery,
  subject: string,
  at: Date,
  actor?: string,
) {
  await recordFact(db, {
    insee,
    at,
    kind: 'email-sent',
    sentence: `Message « ${subject} » envoyé à la mairie ${messageValues?.de_commune ?? ''}`.trim(),
    path: deliveryPaths.show(id),
    actor,
    reaches: 'written',
    factKey: `delivery/${id}/${attempt}/accepted`,
  })
}
