import { accept, type Decision } from '#values/decision.ts'
import { type AddressParts, normaliseAddress } from '#values/postal-address.ts'
import type { ReplyCode } from '#values/reply-code.ts'
import type { EnvelopeProfile } from '../envelopes/envelope.ts'
import type { LegalNotice } from '../messages/legal-notice.ts'
import type { Message } from '../messages/message.ts'
import type { MessageValues } from '../messages/variables.ts'
import { type AddressBlock, placeAddress } from './address-block.ts'

/** One letter to compose: to whom, with which code, and what its variables are worth. */
export type Letter = {
  readonly deliveryId: string
  readonly insee: string
  readonly commune: string
  readonly address: AddressParts
  readonly code: ReplyCode
  readonly values: MessageValues
}

/** Who signs, as printed at the top left and at the foot of the text. */
export type Sender = {
  readonly name: string
  /** Address, telephone: five lines at most, of some 35 characters. */
  readonly lines: readonly string[]
  readonly place: string
  readonly signatories: readonly { readonly role: string; readonly name: string }[]
}

/** All that a lot's letters share. The date fixes the file: same lot, same date, same bytes. */
export type LotTerms = {
  readonly message: Message
  readonly notice: LegalNotice
  readonly sender: Sender
  readonly envelope: EnvelopeProfile
  readonly baseUrl: string
  readonly date: Date
}

export const mostLettersInALot = 100

/** Lots of at most 100 letters a person folds in an hour, in the order of the postcodes. */
export function splitIntoLots(
  letters: readonly Letter[],
  most = mostLettersInALot,
): readonly (readonly Letter[])[] {
  const sorted = sortForPosting(letters)
  const count = Math.ceil(sorted.length / most)

  return Array.from({ length: count }, (_, rank) => sorted.slice(rank * most, (rank + 1) * most))
}

/** By postcode, then commune, then delivery: always the same order for the same letters. */
export function sortForPosting(letters: readonly Letter[]) {
  return letters.toSorted((a, b) => compare(sortKey(a), sortKey(b)))
}

const sortKey = ({ address, insee, deliveryId }: Letter) => `${address.postcode} ${insee} ${deliveryId}`
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Why a lot is not composed, naming the commune to correct. */
export type LotRefusal = {
  readonly ok: false
  readonly reason: 'line-too-long' | 'too-many-lines' | 'line-too-wide' | 'too-many-letters' | 'no-letter'
  readonly deliveryId?: string
  readonly commune?: string
  readonly line?: string
  /** A shorter line that would fit, for a person to take or leave. */
  readonly proposal?: string
}

export type PlacedLetter = Letter & { readonly block: AddressBlock }

/** Places every address of the lot in the window before anything is composed; one that does not fit blocks the lot. */
export function placeAddresses(letters: readonly Letter[], envelope: EnvelopeProfile) {
  const placed = letters.map((letter) => ({ letter, decision: checkAddressFits(letter.address, envelope) }))
  const refused = placed.find(({ decision }) => !decision.ok)
  if (refused && !refused.decision.ok) {
    const { deliveryId, commune } = refused.letter
    return { ...refused.decision, deliveryId, commune } satisfies LotRefusal
  }

  return accept(
    placed.flatMap(({ letter, decision }): PlacedLetter[] =>
      decision.ok ? [{ ...letter, block: decision.value }] : [],
    ),
  )
}

type AddressRefusal = 'line-too-long' | 'too-many-lines' | 'line-too-wide'

/** Whether an address shows whole in this envelope's window; gives its block, or the line that does not fit. */
export function checkAddressFits(
  address: AddressParts,
  envelope: EnvelopeProfile,
):
  | Extract<Decision<AddressBlock, never>, { ok: true }>
  | {
      readonly ok: false
      readonly reason: AddressRefusal
      readonly line: string
      readonly proposal?: string
    } {
  const block = normaliseAddress(address)
  if (!block.ok) return { ok: false, reason: block.reason, line: block.line, proposal: block.proposal }

  const placed = placeAddress(block.lines, envelope)
  if (placed.ok) return placed

  const widest = block.lines.toSorted((a, b) => b.length - a.length)[0] ?? ''
  return { ok: false, reason: placed.reason, line: widest }
}

/** The sentence shown to the person who asked for the lot. */
export function explainLotRefusal({ reason, commune, line, proposal }: LotRefusal) {
  const shorter = proposal ? ` Proposition : « ${proposal} ».` : ''
  const sentences: Record<LotRefusal['reason'], string> = {
    'line-too-long': `L’adresse de ${commune} ne tient pas dans la fenêtre : « ${line} » dépasse 38 caractères.${shorter} Abrégez-la sur la fiche de la commune ; le lot attend.`,
    'line-too-wide': `L’adresse de ${commune} ne tient pas dans la fenêtre : « ${line} » est trop large pour cette enveloppe. Abrégez-la, ou changez d’enveloppe ; le lot attend.`,
    'too-many-lines': `L’adresse de ${commune} a trop de lignes pour la fenêtre de cette enveloppe. Retirez-en une, ou changez d’enveloppe ; le lot attend.`,
    'too-many-letters': `Un lot compte au plus ${mostLettersInALot} lettres : faites-en plusieurs.`,
    'no-letter': 'Ce lot ne contient aucune lettre.',
  }

  return sentences[reason]
}
