import { newId } from '#platform/ids.ts'
import type { World } from '#platform/world.ts'
import { accept, refuse } from '#values/decision.ts'
import { type AddressParts, isBox } from '#values/postal-address.ts'
import { envelopeOfWave } from '../envelopes/envelopes.queries.ts'
import { checkAddressFits } from '../letters/lot.ts'
import { addressText } from '../lots/lot.ts'
import { excludeOpposed, letterHmac } from '../oppositions/oppositions.queries.ts'
import { insertEvent, lockDelivery } from './events.queries.ts'
import { updateAddress } from './ledger.queries.ts'

/**
 * A person corrects the address of a letter that is not composed yet: the recipient first, the postcode and the town last.
 * Refuses what has no postcode, and what still does not fit the window. An address in opposition stops its letter.
 */
export function mendAddress(
  { db, clock, config }: World,
  id: string,
  { lines, by }: { lines: string; by: string },
) {
  const parts = partsOf(lines)
  if (!parts) return Promise.resolve(refuse('no-postcode'))

  return db.transaction(async (tx) => {
    const delivery = await lockDelivery(tx, id)
    if (delivery?.channel !== 'letter' || delivery.state !== 'planned') return refuse('already-composed')
    const envelope = await envelopeOfWave(tx, delivery.waveId)
    if (!checkAddressFits(parts, envelope).ok) return refuse('does-not-fit')

    const addressHmac = letterHmac(config.secret, parts) ?? null
    await updateAddress(tx, id, { address: addressText(parts), postalAddress: parts, addressHmac })
    await excludeOpposed(tx, clock())
    await insertEvent(tx, {
      deliveryId: id,
      source: 'person',
      sourceEventId: `${id}/address/${newId()}`,
      kind: 'address-mended',
      at: clock(),
      byWhom: by,
      detail: { reason: delivery.address ?? '' },
    })
    return accept(parts)
  })
}

/** An address block as typed, a line each: recipient, service, building, street, box (BP, CS, lieu-dit), postcode and town. */
export function partsOf(typed: string): AddressParts | undefined {
  const lines = typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const [, postcode, deliveryLabel] = /^(\d{5})\s+(.+)$/.exec(lines.at(-1) ?? '') ?? []
  const [recipient, ...middle] = lines.slice(0, -1)
  if (!recipient || !postcode || !deliveryLabel || middle.length > 4) return undefined

  const last = middle.at(-1) ?? ''
  const deliveryPoint = middle.length === 4 || isBox(last) ? last : undefined
  const [street, building, service] = middle.slice(0, deliveryPoint ? -1 : undefined).reverse()
  return { recipient, service, building, street, deliveryPoint, postcode, deliveryLabel }
}
