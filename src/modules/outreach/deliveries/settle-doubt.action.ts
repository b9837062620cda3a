import { recordFact } from '#modules/journal/index.ts'
import type { World } from '#platform/world.ts'
import { accept, refuse } from '#values/decision.ts'
import { isOpposed } from '../oppositions/oppositions.queries.ts'
import { frozenMessage } from '../waves/waves.queries.ts'
import { deliveryPaths } from './deliveries.paths.ts'
import { resendable } from './delivery.ts'
import { subjectFor } from './email.ts'
import { insertEvent, lockDelivery } from './events.queries.ts'
import { moveDeliveries } from './ledger.queries.ts'
import { messageIdOf } from './message-id.ts'
import { tellSent } from './send-delivery.action.ts'

/** A person's decision on one delivery: who, and on which ground. */
export type Ruling = { readonly by: string; readonly reason: string }

/** A person says that a doubtful e-mail did arrive: it is accepted, with their name and their ground. */
export function settleAsAccepted({ db, clock }: World, id: string, { by, reason }: Ruling) {
  const now = clock()
  return db.transaction(async (tx) => {
    const delivery = await lockDelivery(tx, id)
    if (delivery?.state !== 'uncertain') return refuse('not-in-doubt')

    await moveDeliveries(tx, [id], ['uncertain'], {
      state: 'accepted',
      settledAt: now,
      reason: null,
      reasonDetail: null,
    })
    await insertEvent(tx, {
      deliveryId: id,
      source: 'person',
      sourceEventId: `${id}/${delivery.attempt}/accepted`,
      kind: 'settled-as-accepted',
      at: now,
      byWhom: by,
      detail: { reason },
    })
    const subject = subjectFor(await frozenMessage(tx, delivery.waveId), delivery.messageValues)
    await tellSent(tx, delivery, subject, now, by)
    return accept(delivery)
  })
}

/**
 * L7: a person sends once more what is in doubt or was refused: a new attempt, under a new Message-ID, with their name and
 * a reason, told in the journal. Refused for what was accepted, and for who opposes.
 */
export function sendAgain({ db, clock, config }: World, id: string, { by, reason }: Ruling) {
  const now = clock()
  return db.transaction(async (tx) => {
    const delivery = await lockDelivery(tx, id)
    if (delivery?.channel !== 'email' || !resendable.includes(delivery.state)) return refuse('not-resendable')
    if (await isOpposed(tx, id)) return refuse('opposed')

    const attempt = delivery.attempt + 1
    const messageId = messageIdOf(id, attempt, domainOf(config.mailFrom))
    const cleared = { reason: null, reasonDetail: null, retryAt: null, settledAt: null }
    await moveDeliveries(tx, [id], resendable, { state: 'rendered', attempt, messageId, ...cleared })
    await insertEvent(tx, {
      deliveryId: id,
      source: 'person',
      sourceEventId: `${id}/${attempt}/sent-again`,
      kind: 'sent-again',
      at: now,
      byWhom: by,
      // The attempt before keeps its Message-ID here: what is said of it later still finds its delivery.
      detail: { reason, attempt: String(attempt), messageId: delivery.messageId ?? undefined },
    })
    if (delivery.insee)
      await recordFact(tx, {
        insee: delivery.insee,
        at: now,
        kind: 'email-sent-again',
        sentence: `Nouvel envoi du courriel décidé : ${reason}`,
        path: deliveryPaths.show(id),
        actor: by,
        factKey: `delivery/${id}/${attempt}/sent-again`,
      })
    return accept({ ...delivery, attempt, messageId })
  })
}

/** The domain of a mailbox, for the right-hand side of our Message-IDs. */
export const domainOf = (mailbox: string) => mailbox.slice(mailbox.lastIndexOf('@') + 1)
