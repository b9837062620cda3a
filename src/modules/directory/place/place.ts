import type { NameLink } from '#values/commune-name.ts'

/** The commune that somebody asks for: what the pages say of it. */
export type Place = {
  readonly insee: string
  readonly name: string
  readonly nameType: NameLink
  readonly departement: string
  readonly population: number | null
}

/** A commune among those that what was typed may mean. */
export type PlaceGuess = Pick<Place, 'insee' | 'name' | 'departement' | 'population'> & {
  /** The name that was recognised, when it is not today’s. */
  readonly formerName?: string
}

/** What an address says of the commune: nothing, one, several to choose from, or words that name none. */
export type PlaceRead =
  | { readonly status: 'none' }
  | { readonly status: 'chosen'; readonly place: Place }
  | { readonly status: 'several'; readonly typed: string; readonly guesses: readonly PlaceGuess[] }
  | { readonly status: 'unknown'; readonly typed: string }

export const placeOf = (read: PlaceRead) => (read.status === 'chosen' ? read.place : undefined)
