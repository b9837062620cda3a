import type { ContactPointChange, ContourChange, ImportPlan, MayorChange } from './change.ts'
import type { KnownFacts } from './known-facts.ts'
import type {
  ContactPointObservation,
  ContourObservation,
  MayorObservation,
  Observation,
  RowRefusal,
} from './observation.ts'
import type { IsOpposed } from './opposed-among.ts'
import { planContactPoints } from './plan-contact-points.ts'
import { planContour } from './plan-contours.ts'
import { planMayor } from './plan-mayors.ts'

type Planning = { readonly source: string; readonly isOpposed?: IsOpposed }

/**
 * Decides what the observations of a source change in what is known of their communes. Planning again once the plan
 * is applied gives no change. Nothing is ever deleted. An opposed address is imported, and said to be opposed.
 */
export function planImport(
  observations: readonly Observation[],
  known: KnownFacts,
  { source, isOpposed = () => false }: Planning,
): ImportPlan {
  const points = Map.groupBy(observations.filter(isContactPoint), placeOf)
  const knownPoints = Map.groupBy(known.contactPoints, placeOf)
  const mayors = Map.groupBy(observations.filter(isMayor), ({ insee }) => insee)
  const knownMayors = new Map(known.mayors.map((mayor) => [mayor.insee, mayor]))
  const contours = Map.groupBy(observations.filter(isContour), ({ insee }) => insee)
  const knownContours = new Map(known.contours.map((contour) => [contour.insee, contour]))

  return sorted([
    ...[...points].flatMap(([place, said]) =>
      planContactPoints(said, knownPoints.get(place) ?? [], source, isOpposed),
    ),
    ...[...mayors].flatMap(([insee, said]) => planMayor(said, knownMayors.get(insee))),
    ...[...contours].flatMap(([insee, said]) => planContour(said, knownContours.get(insee))),
  ])
}

const placeOf = ({ insee, kind }: { insee: string; kind: string }) => `${insee} ${kind}`

/** An observation of a way to reach a town hall. */
export const isContactPoint = (observation: Observation): observation is ContactPointObservation =>
  observation.fact === 'contact-point'
const isMayor = (observation: Observation): observation is MayorObservation => observation.fact === 'mayor'
const isContour = (observation: Observation): observation is ContourObservation =>
  observation.fact === 'contour'

type Decided = ContactPointChange | MayorChange | ContourChange | RowRefusal

function sorted(decided: readonly Decided[]): ImportPlan {
  const refusals: RowRefusal[] = []
  const contactPoints: ContactPointChange[] = []
  const mayors: MayorChange[] = []
  const contours: ContourChange[] = []
  for (const one of decided) {
    if (!('outcome' in one)) refusals.push(one)
    else if (concerns(one, 'contact-point')) contactPoints.push(one)
    else if (concerns(one, 'mayor')) mayors.push(one)
    else if (concerns(one, 'contour')) contours.push(one)
  }
  return { contactPoints, mayors, contours, refusals }
}

type ChangeOf = { 'contact-point': ContactPointChange; mayor: MayorChange; contour: ContourChange }

const concerns = <Fact extends keyof ChangeOf>(
  change: ContactPointChange | MayorChange | ContourChange,
  fact: Fact,
): change is ChangeOf[Fact] => change.observed.fact === fact
