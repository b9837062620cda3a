import type { World } from '#platform/world.ts'
import { accept, refuse } from '#values/decision.ts'
import { lockDelivery } from '../deliveries/events.queries.ts'
import { opposeAddress, opposeCompany } from './oppose.action.ts'

type Said = { readonly origin: string; readonly by: string }

/** A member writes down that an invited company refuses to be written to: it is opposed, with the address we wrote to. */
export function opposeInvited({ db, clock, config }: World, deliveryId: string, said: Said) {
  const at = clock()
  return db.transaction(async (tx) => {
    const delivery = await lockDelivery(tx, deliveryId)
    if (!delivery?.companyId || !delivery.companyName) return refuse('not-a-company')

    const { companyId, companyName, address } = delivery
    if (address) await opposeAddress(tx, config.secret, { address, kind: 'email', ...said, at })
    await opposeCompany(tx, { companyId, companyName, channel: 'all', ...said, at })
    return accept(delivery)
  })
}
