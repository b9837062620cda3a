import { accept, refuse } from '#values/decision.ts'
import { type AddressParts, normaliseAddress } from '#values/postal-address.ts'
import type { DeliveryState, Tone } from '../deliveries/delivery.ts'
import { mostLettersInALot } from '../letters/lot.ts'

/** Where a lot of letters stands; `blocked` until an address that does not fit the window is mended. */
export type LotState = 'planned' | 'blocked' | 'composed' | 'printed' | 'enclosed' | 'posted'

export const lotStateNames: Record<LotState, string> = {
  planned: 'À composer',
  blocked: 'Bloqué',
  composed: 'À imprimer',
  printed: 'À mettre sous pli',
  enclosed: 'À poster',
  posted: 'Posté',
}

export const lotTones: Record<LotState, Tone> = {
  planned: 'neutral',
  blocked: 'brick',
  composed: 'ochre',
  printed: 'ochre',
  enclosed: 'ochre',
  posted: 'teal',
}

/** What is done to a lot by hand, and where it leads both the lot and its letters. */
export const lotSteps = {
  printed: { from: 'composed', to: 'printed' },
  enclosed: { from: 'printed', to: 'enclosed' },
  posted: { from: 'enclosed', to: 'posted' },
} as const satisfies Record<string, { from: LotState & DeliveryState; to: LotState & DeliveryState }>

export type LotStep = keyof typeof lotSteps

/** A lot is printed, then enclosed, then posted, each once. */
export function takeStep(state: LotState, step: LotStep) {
  const { from, to } = lotSteps[step]
  if (state === from) return accept(to)
  if (state === 'planned' || state === 'blocked') return refuse('not-composed')

  return refuse(order.indexOf(state) >= order.indexOf(to) ? 'already-done' : 'too-early')
}

export type LotRefusal = Extract<ReturnType<typeof takeStep>, { ok: false }>['reason']

/** What was composed and must leave the pile before the post office: its town hall answered or opposed since. */
export const lettersToTakeOut = <
  Letter extends { readonly state: DeliveryState; readonly firstPage: number | null },
>(
  letters: readonly Letter[],
) => letters.filter(({ state, firstPage }) => state === 'excluded' && firstPage !== null)

const order: readonly LotState[] = ['composed', 'printed', 'enclosed', 'posted']

/**
 * Letters cut in lots of at most a hundred, in the order given: the draw decides which leave together. Inside a lot they
 * are sorted by postcode, as the post office likes them.
 */
export function cutInLots<Letter extends { readonly postcode: string; readonly insee: string }>(
  letters: readonly Letter[],
): Letter[][] {
  // Equal lots are easier to fold and post than nine full ones and a remainder of three.
  const count = Math.ceil(letters.length / mostLettersInALot)
  return Array.from({ length: count }, (_, rank) =>
    letters
      .slice(Math.round((rank * letters.length) / count), Math.round(((rank + 1) * letters.length) / count))
      .toSorted((a, b) => a.postcode.localeCompare(b.postcode) || a.insee.localeCompare(b.insee)),
  )
}

/** The lines of an address as a screen shows them: as printed, or as given when a line is too long for the window. */
export function addressText(parts: AddressParts) {
  const block = normaliseAddress(parts)
  if (block.ok) return block.lines.join('\n')

  const { recipient, service, building, street, deliveryPoint, postcode, deliveryLabel } = parts
  const lines = [recipient, service, building, street, deliveryPoint, `${postcode} ${deliveryLabel}`]
  return lines.filter(Boolean).join('\n')
}
