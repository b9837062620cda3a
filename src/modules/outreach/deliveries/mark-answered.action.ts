import type { Database } from '#platform/database/database.ts'
import { deliveriesOf } from './deliveries.queries.ts'
import { type DeliveryState, stoppable } from './delivery.ts'
import { insertEvents } from './events.queries.ts'
import { type Delivery, moveDeliveries } from './ledger.queries.ts'

type Answered = {
  readonly at: Date
  readonly deliveryId?: string
} & ({ readonly insee: string } | { readonly companyId: string })

/**
 * A town hall, or a company, answered, on whatever channel: the delivery it answers (or the last one that reached it) is marked, and what
 * had not left yet is stopped. Calling it again changes nothing. Runs in the caller's transaction. Gives that delivery.
 */
export async function markAnswered(db: Database, answered: Answered) {
  const { at, deliveryId } = answered
  const all = await deliveriesOf(db, answered)
  const delivery = all.find(({ id }) => id === deliveryId) ?? all.find(({ state }) => arrivals[state])
  if (delivery) await markOne(db, delivery, at)

  await stop(
    db,
    all.filter(({ id }) => id !== delivery?.id || stoppable.includes(delivery.state)),
    'answered',
    at,
  )
  return delivery?.id
}

// Where an answer leads a delivery, by the arrows; an answer settles a doubt.
const arrivals: Partial<Record<DeliveryState, readonly DeliveryState[]>> = {
  accepted: ['replied'],
  uncertain: ['accepted', 'replied'],
  bounced: ['replied'],
  posted: ['answered'],
  returned: ['answered'],
}

async function markOne(db: Database, { id, state, companyId }: Delivery, at: Date) {
  let from = state
  for (const to of arrivals[state] ?? []) {
    await moveDeliveries(db, [id], [from], { state: to, settledAt: at })
    from = to
  }
  if (from === state) return
  await insertEvents(db, [
    {
      deliveryId: id,
      source: companyId ? 'company' : 'town-hall',
      sourceEventId: `${id}/answered`,
      kind: 'answered',
      at,
    },
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
