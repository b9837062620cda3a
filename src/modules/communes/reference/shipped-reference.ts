/** A table as one text per column, a value per line, in the order of the rows. */
export type Columns = Readonly<Record<string, string>>

/** The official geographic code as it is shipped: every commune, EPCI, former code and part of commune. */
export type France = {
  readonly vintage: string
  readonly vintageDate: string
  readonly source: string
  readonly communes: Columns & { readonly insee: string; readonly name: string }
  readonly epcis: Columns
  readonly successions: Columns
}

/** What is known of a town hall's seat, for the department whose data are shipped: INSEE, SIRET, longitude, latitude. */
export type Seat = readonly [string, string, number, number]

/** The communes with what is added to INSEE's columns: the name to search by, and the seats that are known. */
export function withSeats(
  france: France,
  seats: readonly Seat[],
  plainName: (name: string) => string,
): France {
  const seatOf = new Map(seats.map((seat) => [seat[0], seat]))
  const known = france.communes.insee.split('\n').map((insee) => seatOf.get(insee))
  const column = (place: 1 | 2 | 3) => known.map((seat) => seat?.[place] ?? '').join('\n')
  const searchNames = france.communes.name.split('\n').map(plainName)

  return {
    ...france,
    communes: {
      ...france.communes,
      search_name: searchNames.join('\n'),
      siret: column(1),
      longitude: column(2),
      latitude: column(3),
    },
  }
}
