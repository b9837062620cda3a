import type { Geometry } from 'geojson'

/** A calendar day, as ISO text (2026-06-01): official sources are dated to the day. */
export type Day = string

export const contactKinds = ['email', 'phone', 'website', 'address'] as const
export type ContactKind = (typeof contactKinds)[number]

type OfACommune = { readonly row: number; readonly insee: string; readonly sourceDate: Day }

/** What a source says of a commune. The lower the rank, the better the contact point; from 100 on, an annex's. */
export type ContactPointObservation = OfACommune & {
  readonly fact: 'contact-point'
  readonly kind: ContactKind
  readonly value: string
  readonly label: string | null
  readonly rank: number
}

export type MayorObservation = OfACommune & {
  readonly fact: 'mayor'
  readonly lastName: string
  readonly firstName: string
  readonly civility: 'Madame' | 'Monsieur' | null
  readonly since: Day | null
}

export type ContourObservation = OfACommune & { readonly fact: 'contour'; readonly geometry: Geometry }

export type Observation = ContactPointObservation | MayorObservation | ContourObservation

/** Rows that are right but say nothing of a town hall: counted, never an error. */
export type SetAsideReason = 'not-a-commune' | 'not-a-town-hall' | 'not-a-mayor' | 'no-siret'

export type RefusalReason =
  | 'wrong-cell-count'
  | 'not-a-record'
  | 'no-commune-code'
  | 'unknown-commune'
  | 'former-commune'
  | 'ambiguous-commune'
  | 'not-an-email'
  | 'not-a-phone'
  | 'not-a-web-address'
  | 'incomplete-address'
  | 'incomplete-name'
  | 'not-a-contour'
  | 'not-wgs84'
  | 'already-in-file'
  | 'older-than-known'

/** A row, or one cell of it, that is left out: where it is, what it said, why, and the commune proposed instead. */
export type RowRefusal = {
  readonly fact: 'refusal'
  readonly row: number
  readonly insee: string | null
  readonly field: string
  readonly reason: RefusalReason
  readonly said: string | null
  readonly proposal?: string
}

export type SetAside = { readonly fact: 'set-aside'; readonly row: number; readonly reason: SetAsideReason }

/** Everything a reader may note about a row of a file. */
export type Note = Observation | RowRefusal | SetAside

export const refusal = (
  row: number,
  reason: RefusalReason,
  { insee = null, field = 'row', said = null, proposal }: Partial<RowRefusal> = {},
): RowRefusal => ({ fact: 'refusal', row, insee, field, reason, said, ...(proposal && { proposal }) })

export const setAside = (row: number, reason: SetAsideReason): SetAside => ({
  fact: 'set-aside',
  row,
  reason,
})
