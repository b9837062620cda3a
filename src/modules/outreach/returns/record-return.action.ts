import { recordFact } from '#modules/journal/index.ts'
import type { Database } from '#platform/database/database.ts'
import type { World } from '#platform/world.ts'
import { accept, refuse } from '#values/decision.ts'
import { openAddressSearch } from '../address-searches/address-searches.queries.ts'
import { deliveryPaths } from '../deliveries/deliveries.paths.ts'
import type { DeliveryState } from '../deliveries/delivery.ts'
import { insertEvent, lockDelivery } from '../deliveries/events.queries.ts'
import { type Delivery, moveDeliveries } from '../deliveries/ledger.queries.ts'
import { townHallOf } from '../deliveries/town-hall-of.ts'
import { isLostAddress, type ReturnReason, returnReasonNames } from './return-reason.ts'
import { lastReturnOf, withdrawAddressSearch } from './returns.queries.ts'

type Returned = { readonly reason: ReturnReason; readonly by: string; readonly returnId: string }

/**
 * A letter came back: its delivery says why, the journal tells it, and the address becomes a task, unless the town hall
 * refused the letter. The same return (`returnId`) told twice is recorded once.
 */
export function recordReturn({ db, clock }: World, deliveryId: string, { reason, by, returnId }: Returned) {
  const at = clock()
  return db.transaction(async (tx) => {
    const delivery = await lockDelivery(tx, deliveryId)
    if (delivery && (await lastReturnOf(tx, deliveryId))?.sourceEventId === returnId) return accept(delivery)
    if (delivery?.channel !== 'letter') return refuse('not-a-letter')
    if (delivery.state !== 'posted') return refuse(notReturnable(delivery.state))

    await moveDeliveries(tx, [deliveryId], ['posted'], { state: 'returned', reason })
    const name = returnReasonNames[reason]
    await insertEvent(tx, {
      deliveryId,
      source: 'return',
      sourceEventId: returnId,
      kind: 'returned',
      at,
      byWhom: by,
      detail: { reason: name },
    })
    await tell(tx, delivery, {
      at,
      by,
      key: returnId,
      sentence: `La lettre est revenue : ${lowerFirst(name)}`,
    })
    if (isLostAddress(reason)) await openAddressSearch(tx, deadEnd(delivery, { reason: name, at, by }))
    return accept(delivery)
  })
}

/**
 * Takes back a return recorded on the wrong letter: it is posted again, its search for an address is closed, and both
 * events stay. Refuses once the letter was answered.
 */
export function undoReturn({ db, clock }: World, deliveryId: string, by: string) {
  const at = clock()
  return db.transaction(async (tx) => {
    const delivery = await lockDelivery(tx, deliveryId)
    const undone = await lastReturnOf(tx, deliveryId)
    if (delivery?.state !== 'returned' || !undone) return refuse('not-returned')

    await moveDeliveries(tx, [deliveryId], ['returned'], { state: 'posted', reason: null })
    const key = `${undone.sourceEventId}/undone`
    await insertEvent(tx, {
      deliveryId,
      source: 'return',
      sourceEventId: key,
      kind: 'return-undone',
      at,
      byWhom: by,
    })
    await tell(tx, delivery, { at, by, key, sentence: 'Le retour de la lettre était une erreur de saisie' })
    await withdrawAddressSearch(tx, { deliveryId, at, by })
    return accept(delivery)
  })
}

const notReturnable = (state: DeliveryState) => {
  if (state === 'returned') return 'already-returned' as const
  if (state === 'answered') return 'already-answered' as const
  return 'not-posted' as const
}

type Told = { readonly at: Date; readonly by: string; readonly key: string; readonly sentence: string }

const tell = (db: Database, { id, insee }: Delivery, { at, by, key, sentence }: Told) =>
  recordFact(db, {
    insee: townHallOf({ id, insee }),
    at,
    kind: 'letter-returned',
    sentence,
    path: deliveryPaths.show(id),
    actor: by,
    factKey: `return/${key}`,
  })

const deadEnd = ({ id, insee, address }: Delivery, why: { reason: string; at: Date; by: string }) => ({
  insee: townHallOf({ id, insee }),
  channel: 'letter' as const,
  address: address ?? '',
  deliveryId: id,
  ...why,
})

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
