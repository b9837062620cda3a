import type { Geometry } from 'geojson'
import type { ContactKind, Day } from './observation.ts'

type Sourced = { readonly insee: string; readonly source: string; readonly sourceDate: Day | null }

export type KnownContactPoint = Sourced & {
  readonly id: string
  readonly kind: ContactKind
  readonly value: string
  readonly label: string | null
  readonly rank: number
}
export type KnownMayor = Sourced & {
  readonly id: string
  readonly lastName: string
  readonly firstName: string
  readonly civility: 'Madame' | 'Monsieur' | null
  readonly since: Day | null
}
export type KnownContour = Sourced & { readonly geometry: Geometry }

/** What is held true today of some communes, whatever its source. */
export type KnownFacts = {
  readonly contactPoints: readonly KnownContactPoint[]
  readonly mayors: readonly KnownMayor[]
  readonly contours: readonly KnownContour[]
}
