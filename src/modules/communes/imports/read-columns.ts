import type { ColumnMapping, ColumnRole } from './column-mapping.ts'
import { addressPoint, contactPoints } from './contact-values.ts'
import { type MayorObservation, type Note, type RowRefusal, refusal } from './observation.ts'
import type { ReadingContext } from './reading.ts'
import { type SourceRecord, textOf } from './records.ts'

/** Reads a row of any sheet, by the columns a person named. */
export function readColumns(
  { row, fields }: SourceRecord,
  mapping: ColumnMapping,
  context: ReadingContext,
): Note[] {
  const cell = (role: ColumnRole) => textOf(fields[mapping[role] ?? ''])
  const insee = context.communes.locate(row, {
    insee: cell('insee'),
    siren: cell('siren'),
    name: cell('commune').replace(/^mairie\s*(-|de |d['’])\s*/i, ''),
    postalCode: cell('postal-code'),
  })
  if (typeof insee !== 'string') return [insee]

  const place = { row, insee, sourceDate: context.sourceDate }
  const address = {
    lines: [cell('address-more'), cell('address')],
    postalCode: cell('postal-code').replace(/^(\d{4})$/, '0$1'),
    city: cell('city') || cell('commune'),
  }
  return [
    ...contactPoints('email', cell('email'), place),
    ...contactPoints('phone', cell('phone'), place),
    ...contactPoints('website', cell('website'), place),
    ...(mapping.address && cell('address') ? addressPoint(address, place) : []),
    ...mayor(cell, place),
  ]
}

type Place = { row: number; insee: string; sourceDate: string }

function mayor(cell: (role: ColumnRole) => string, place: Place): (MayorObservation | RowRefusal)[] {
  const lastName = cell('last-name')
  const firstName = cell('first-name')
  if (lastName === '' && firstName === '') return []
  if (lastName === '' || firstName === '')
    return [refusal(place.row, 'incomplete-name', { insee: place.insee, field: 'mayor' })]

  return [
    { fact: 'mayor', ...place, lastName, firstName, civility: civilityOf(cell('civility')), since: null },
  ]
}

function civilityOf(typed: string) {
  if (/^(mme|madame|f)\b/i.test(typed)) return 'Madame'
  if (/^(m|mr|monsieur|h)\b/i.test(typed)) return 'Monsieur'
  return null
}
