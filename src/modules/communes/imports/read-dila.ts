import { addressPoint, contactPoints } from './contact-values.ts'
import { parseDay } from './days.ts'
import { setAside } from './observation.ts'
import type { Reader } from './reading.ts'
import { isFields, textOf } from './records.ts'

const annexRank = 100

/**
 * Reads the directory of Service-Public (DILA), in its two shapes: nested objects, or nested fields that are texts
 * holding JSON. The first address is the main one; those of annexes and délégués come after as candidates.
 */
export const readDila: Reader = ({ row, fields }, { communes, sourceDate }) => {
  const pivots = nested(fields.pivot)
  const pivot = pivots.find((place) => textOf(place.type_service_local) === 'mairie')
  if (!pivot) return [setAside(row, 'not-a-town-hall')]

  const insee = communes.locate(row, {
    insee: firstCode(pivot.code_insee_commune) || textOf(fields.code_insee_commune),
    siren: textOf(fields.siren) || textOf(fields.siret),
  })
  if (typeof insee !== 'string') return [insee]

  const name = textOf(fields.nom)
  const isAnnex = /^mairie\s+(d[ée]l[ée]gu[ée]e|annexe|associ[ée]e|d.arrondissement)/i.test(name)
  const place = {
    row,
    insee,
    sourceDate: parseDay(textOf(fields.date_modification)) ?? sourceDate,
    label: isAnnex ? name : null,
    rank: isAnnex ? annexRank : 1,
  }
  return [
    ...contactPoints('email', emails(fields.adresse_courriel), place),
    ...valued(fields.telephone).flatMap(({ value, label }, at) =>
      contactPoints('phone', value, { ...place, label: place.label ?? label, rank: place.rank + at }),
    ),
    ...valued(fields.site_internet).flatMap(({ value, label }, at) =>
      contactPoints('website', value, { ...place, label: place.label ?? label, rank: place.rank + at }),
    ),
    ...postalFirst(nested(fields.adresse)).flatMap((address, at) =>
      addressPoint(addressOf(address), {
        ...place,
        label: place.label ?? kindOf(address),
        rank: place.rank + at,
      }),
    ),
  ]
}

/** An « Adresse postale » is only given when letters do not go to the building: it then comes first. */
const postalFirst = (addresses: Record<string, unknown>[]) =>
  addresses.toSorted((one, other) => Number(isPostal(other)) - Number(isPostal(one)))

const isPostal = (address: Record<string, unknown>) => textOf(address.type_adresse) === 'Adresse postale'
const kindOf = (address: Record<string, unknown>) => (isPostal(address) ? 'Adresse postale' : null)

const addressOf = (address: Record<string, unknown>) => ({
  lines: [address.complement1, address.complement2, address.numero_voie, address.service_distribution].map(
    textOf,
  ),
  postalCode: textOf(address.code_postal),
  city: textOf(address.nom_commune),
})

const valued = (field: unknown) =>
  nested(field).map(({ valeur, description, libelle }) => ({
    value: textOf(valeur),
    label: textOf(description) || textOf(libelle) || null,
  }))

const emails = (field: unknown) => (Array.isArray(field) ? field.map(textOf).join(';') : textOf(field))

const firstCode = (codes: unknown) => textOf(Array.isArray(codes) ? codes[0] : codes)

/** Both shapes of a nested field, as its list of objects; what cannot be read is empty. */
function nested(field: unknown): Record<string, unknown>[] {
  if (Array.isArray(field)) return field.filter(isFields)
  if (typeof field !== 'string' || !/^\s*\[/.test(field)) return []

  try {
    return nested(JSON.parse(field))
  } catch {
    return []
  }
}
