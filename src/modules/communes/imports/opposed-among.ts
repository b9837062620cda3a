import type { World } from '#platform/world.ts'
import type { ContactPointObservation } from './observation.ts'

/** A contact point as oppositions look at it. */
export type SaidPoint = Pick<ContactPointObservation, 'insee' | 'kind' | 'value'>
export type IsOpposed = (point: SaidPoint) => boolean

/**
 * Which of the contact points that a file brings are in opposition: a higher module keeps the refusals and is asked. An
 * import says so in its report; it never changes a refusal.
 */
export type OpposedAmong = (
  world: Pick<World, 'db' | 'config'>,
  points: readonly SaidPoint[],
) => Promise<IsOpposed>

/** The same for an import, which knows its world. */
export type Opposed = (points: readonly SaidPoint[]) => Promise<IsOpposed>

/** Where nobody keeps refusals. */
export const nobodyOpposes: Opposed = async () => () => false
