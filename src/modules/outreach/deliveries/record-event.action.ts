import type { Database } from '#platform/database/database.ts'
import { type DeliveryState, mayMove } from './delivery.ts'
import {
  deliveryOfMessage,
  insertEvent,
  lockDelivery,
  matchEvent,
  unmatchedEvents,
} from './events.queries.ts'
import { moveDeliveries } from './ledger.queries.ts'
import type { Verdict } from './refusal.ts'

/** What a receiver or La Poste says of a message after it left. */
export type OutsideEvent = {
  readonly source: string
  readonly sourceEventId: string
  readonly kind: keyof typeof effects | Information
  readonly messageId: string
  readonly at: Date
  readonly detail?: string
  /** What the answer says of us, as the lanes count it. */
  readonly verdict?: Verdict
}

/** What is told of a message without moving it: not there yet, opened, answered by a program. */
export type Information = 'delayed' | 'read' | 'auto-replied'

const effects = {
  accepted: 'accepted',
  bounced: 'bounced',
  complained: 'complained',
} as const satisfies Record<string, DeliveryState>

/**
 * L8, L9: keeps an event from outside, once, and moves its delivery where an arrow allows it. An event whose delivery is
 * not known yet waits for it.
 */
export function recordEvent(db: Database, { messageId, detail, verdict, ...event }: OutsideEvent) {
  return db.transaction(async (tx) => {
    const deliveryId = await deliveryOfMessage(tx, messageId)
    const isNew = await insertEvent(tx, {
      ...event,
      deliveryId,
      detail: { messageId, answer: detail, verdict },
    })
    if (isNew && deliveryId && isEffect(event.kind)) await apply(tx, deliveryId, event.kind, event.at)
    return { isNew, deliveryId }
  })
}

/** Ties the waiting events to the deliveries known since; gives how many. */
export async function matchWaitingEvents(db: Database) {
  let matched = 0
  for (const event of await unmatchedEvents(db)) {
    const deliveryId = event.detail.messageId && (await deliveryOfMessage(db, event.detail.messageId))
    if (!deliveryId) continue

    await db.transaction(async (tx) => {
      if (!(await matchEvent(tx, event.id, deliveryId))) return
      if (isEffect(event.kind)) await apply(tx, deliveryId, event.kind, event.at)
      matched += 1
    })
  }
  return matched
}

const isEffect = (kind: string): kind is keyof typeof effects => Object.hasOwn(effects, kind)

// A doubt that a receiver's word settles becomes accepted first, along the arrows.
async function apply(db: Database, deliveryId: string, kind: keyof typeof effects, at: Date) {
  const to = effects[kind]
  const before = await lockDelivery(db, deliveryId)
  if (before?.state === 'uncertain')
    await moveDeliveries(db, [deliveryId], ['uncertain'], { state: 'accepted', settledAt: at })

  const delivery = await lockDelivery(db, deliveryId)
  if (delivery && mayMove(delivery.state, to))
    await moveDeliveries(db, [deliveryId], [delivery.state], { state: to })
}
