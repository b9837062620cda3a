import { parseEmail } from '#values/email.ts'
import { parsePhone } from '#values/phone.ts'
import { type AddressParts, inCapitals } from '#values/postal-address.ts'
import { shortenStreet } from '#values/street-abbreviations.ts'
import type { AddressKind } from './opposition.ts'

/**
 * An address as oppositions compare it: an e-mail in lower case with its domain in ASCII, `+tag` and dots kept; a phone
 * number in its international form; a postal address by its street and its town. Undefined for what cannot be one.
 */
export const comparedAddress = (kind: AddressKind, typed: string): string | undefined => readers[kind](typed)

const readers: Record<AddressKind, (typed: string) => string | undefined> = {
  email(typed) {
    const email = parseEmail(typed)
    return email.ok ? email.value : undefined
  },
  phone(typed) {
    const phone = parsePhone(typed)
    return phone.ok ? phone.value : undefined
  },
  address: comparedLines,
}

/** The kind of what a person typed, without asking: an at sign, a number, or lines that end by a postcode and a town. */
export const kindOf = (typed: string): AddressKind | undefined =>
  (['email', 'phone', 'address'] as const).find((kind) => comparedAddress(kind, typed) !== undefined)

/** The postal address of a letter as oppositions compare it; undefined when it names no street: a whole town would be meant. */
export function comparedParts({ street, deliveryPoint, postcode, deliveryLabel }: AddressParts) {
  return compared(street || deliveryPoint, `${postcode} ${deliveryLabel}`)
}

function comparedLines(typed: string) {
  const lines = typed.split(/[\n,]/).map(inCapitals).filter(Boolean)
  const last = lines.findLastIndex((line) => townLine.test(line))
  if (last < 1) return undefined

  const before = lines.slice(0, last)
  const streets = before.filter((line) => !isBox.test(line) && !isRecipient.test(line))
  return compared(streets.at(-1) ?? before.find((line) => isBox.test(line)), lines[last] ?? '')
}

const townLine = /^\d{5} \S/
const isBox = /^(BP|CS|TSA|LIEU DIT)\b/
const isRecipient = /^(MAIRIE|MONSIEUR|MADAME|MME|M) /

// Fully abbreviated, « 2 avenue du Général Leclerc » and « 2 AV GAL LECLERC » are one street.
function compared(street: string | undefined, town: string) {
  if (!street) return undefined
  const place = inCapitals(town)
    .replace(/\bSAINT(E?)\b/g, 'ST$1')
    .replace(/ CEDEX( \d+)?$/, '')
  return `${shortenStreet(inCapitals(street), 0).street}|${place}`
}
