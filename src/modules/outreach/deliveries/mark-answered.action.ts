import type { Database } from '#platform/database/database.ts'
import { deliveriesOf } from './deliveries.queries.ts'
import { type DeliveryState, stoppable } from './delivery.ts'
import { insertEvents } from './events.queries.ts'
import { type Delivery, moveDeliveries } from './ledger.queries.ts'

type Answered = { readonly insee: string; readonly at: Date; readonly deliveryId?: string }

/**
 * A town hall answered, on whatever channel: the delivery it answers (or the last one that reached it) is marked, and what
 * had not left yet is stopped. Calling it again changes nothing. Runs in the caller's transaction.
 */
export async function markAnswered(db: Database, { insee, at, deliveryId }: Answered) {
  const all = await deliveriesOf(db, insee)
  const answered = all.find(({ id }) => id === deliveryId) ?? all.find(({ state }) => arrivals[state])
  if (answered) await markOne(db, answered, at)

  await stop(
    db,
    all.filter(({ id }) => id !== answered?.id || stoppable.includes(answered.state)),
    'answered',
    at,
  )
}

// Where an answer leads a delivery, by the arrows; an answer settles a doubt.
const arrivals: Partial<Record<DeliveryState, readonly DeliveryState[]>> = {
  accepted: ['replied'],
  uncertain: ['accepted', 'replied'],
  bounced: ['replied'],
  posted: ['answered'],
  returned: ['answered'],
}

async function markOne(db: Database, { id, state }: Delivery, at: Date) {
  let from = state
  for (const to of arrivals[state] ?? []) {
    await moveDeliveries(db, [id], [from], { state: to, settledAt: at })
    from = to
  }
  if (from === state) return
  await insertEvents(db, [
    { deliveryId: id, source: 'town-hall', sourceEventId: `${id}/answered`, kind: 'answered', at },
  ])
}

/** Takes out of their waves the deliveries that have not left; gives how many. */
export async function stop(
  db: Database,
  found: readonly Delivery[],
  reason: 'answered' | 'opposed',
  at: Date,
) {
  const ids = found.filter(({ state }) => stoppable.includes(state)).map(({ id }) => id)
  if (ids.length === 0) return 0

  const stopped = await moveDeliveries(db, ids, stoppable, {
    state: 'excluded',
    reason,
    retryAt: null,
    settledAt: at,
  })
  await insertEvents(
    db,
    stopped.map(({ id, attempt }) => ({
      deliveryId: id,
      source: 'ledger',
      sourceEventId: `${id}/${attempt}/${reason}`,
      kind: reason,
      at,
    })),
  )
  return stopped.length
}
