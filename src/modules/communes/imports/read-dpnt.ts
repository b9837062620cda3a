import { contactPoints } from './contact-values.ts'
import { setAside } from './observation.ts'
import type { Reader } from './reading.ts'
import { textOf } from './records.ts'

const longestPhone = 20

/**
 * Reads the « Données de la présence numérique des territoires » (ANCT), a row per authority. Communes are found by
 * INSEE code, else SIREN; a row without SIRET is left aside, as its publisher's own tools do.
 */
export const readDpnt: Reader = ({ row, fields }, { communes, sourceDate }) => {
  if (textOf(fields.siret) === '') return [setAside(row, 'no-siret')]
  if ((textOf(fields.type) || 'commune') !== 'commune') return [setAside(row, 'not-a-commune')]

  const insee = communes.locate(row, { insee: textOf(fields.code_insee), siren: textOf(fields.siren) })
  if (typeof insee !== 'string') return [insee]

  const place = { row, insee, sourceDate }
  return [
    ...contactPoints('email', textOf(fields.adresse_messagerie), place),
    ...contactPoints('phone', textOf(fields.telephone).slice(0, longestPhone), place),
    ...contactPoints('website', textOf(fields.site_internet), place),
  ]
}
