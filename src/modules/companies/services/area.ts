/** An area a company serves: `france`, `departement:59`, `epci:200042190` (SIREN) or `commune:59172` (INSEE code). */
export type Area = string

export const wholeCountry: Area = 'france'

/** What is known of the place where a service is wanted. */
export type ServedPlace = {
  readonly insee: string
  readonly departement: string
  readonly epciSiren: string | null
}

/** Whether one of the areas holds the place; the whole country holds every place. */
export const isServed = (areas: readonly Area[], { insee, departement, epciSiren }: ServedPlace) =>
  areas.some(
    (area) =>
      area === wholeCountry ||
      area === `departement:${departement}` ||
      (epciSiren !== null && area === `epci:${epciSiren}`) ||
      area === `commune:${insee}`,
  )

/** An area read in its two parts; undefined for what is none. */
export function readArea(area: Area) {
  const [, kind, code = ''] = /^(france|departement|epci|commune)(?::(\w+))?$/.exec(area) ?? []
  if (kind === undefined || (kind === wholeCountry) !== (code === '')) return undefined
  return { kind: kind as 'france' | 'departement' | 'epci' | 'commune', code }
}
