import { parseEmail } from '#values/email.ts'
import { parsePhone } from '#values/phone.ts'
import { parseWebAddress } from '#values/web-address.ts'
import type { ContactKind, ContactPointObservation, Day, RowRefusal } from './observation.ts'
import { refusal } from './observation.ts'

type Place = {
  readonly row: number
  readonly insee: string
  readonly sourceDate: Day
  readonly rank?: number
  readonly label?: string | null
}

const parsers = { email: parseEmail, phone: parsePhone, website: parseWebAddress }

/** Reads what a cell says of one kind: each value is an observation, or a refusal that quotes it. Nothing is nothing. */
export function contactPoints(kind: Exclude<ContactKind, 'address'>, cell: string, place: Place) {
  const values = kind === 'email' ? cell.split(/[;,\s]+/) : [cell.trim()]

  return values
    .filter(Boolean)
    .map((said, at) => contactPoint(kind, said, { ...place, rank: (place.rank ?? 1) + at }))
}

function contactPoint(
  kind: Exclude<ContactKind, 'address'>,
  said: string,
  place: Place,
): ContactPointObservation | RowRefusal {
  const parsed = parsers[kind](said)
  if (!parsed.ok)
    return refusal(place.row, parsed.reason, { insee: place.insee, field: kind, said: said.slice(0, 200) })

  return observed(kind, parsed.value, place)
}

type Address = { readonly lines: readonly string[]; readonly postalCode: string; readonly city: string }

/** An address is its lines, the last being the postal code and the town; without both it cannot be posted. */
export function addressPoint(
  { lines, postalCode, city }: Address,
  place: Place,
): (ContactPointObservation | RowRefusal)[] {
  const street = lines.map(oneLine).filter(Boolean)
  if (street.length + postalCode.length + city.length === 0) return []

  const last = oneLine(`${postalCode} ${city}`)
  if (!/^\d{5}$/.test(postalCode) || city === '') {
    const said = [...street, last].join(', ')
    return [refusal(place.row, 'incomplete-address', { insee: place.insee, field: 'address', said })]
  }
  return [observed('address', [...street, last].join('\n'), place)]
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

const observed = (kind: ContactKind, value: string, { row, insee, sourceDate, label, rank }: Place) => ({
  fact: 'contact-point' as const,
  row,
  insee,
  sourceDate,
  kind,
  value,
  label: label || null,
  rank: rank ?? 1,
})
