import type { KnownContactPoint, KnownContour, KnownMayor } from './known-facts.ts'
import type {
  ContactPointObservation,
  ContourObservation,
  MayorObservation,
  Observation,
  RowRefusal,
} from './observation.ts'

/** `isOpposed`: whoever holds what the file says refused to be written to there; it is imported and stays opposed. */
type Change<Observed, Known> = { readonly isOpposed?: boolean } & (
  | { readonly outcome: 'add'; readonly observed: Observed }
  | { readonly outcome: 'change'; readonly observed: Observed; readonly known: Known }
  /** Said again, at a later date or another rank: nobody would call it a change. */
  | { readonly outcome: 'confirm'; readonly observed: Observed; readonly known: Known }
  | { readonly outcome: 'unchanged'; readonly observed: Observed }
)

export type ContactPointChange =
  | Change<ContactPointObservation, KnownContactPoint>
  /** The source now gives fewer values than before for this commune: the one it dropped receives an end date. */
  | {
      readonly outcome: 'close'
      readonly observed: ContactPointObservation
      readonly known: KnownContactPoint
    }
export type MayorChange = Change<MayorObservation, KnownMayor>
export type ContourChange = Change<ContourObservation, KnownContour>

/** What an import does to what is known: four kinds of fact, and what it refuses. */
export type ImportPlan = {
  readonly contactPoints: readonly ContactPointChange[]
  readonly mayors: readonly MayorChange[]
  readonly contours: readonly ContourChange[]
  readonly refusals: readonly RowRefusal[]
}

export const isOlder = (observed: Observation, known: { readonly sourceDate: string | null }) =>
  known.sourceDate !== null && observed.sourceDate < known.sourceDate
