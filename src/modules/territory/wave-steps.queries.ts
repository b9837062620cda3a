import { townHallsAccompanied } from '#modules/accompaniment/index.ts'
import { townHallsOfWave } from '#modules/outreach/index.ts'
import type { Database } from '#platform/database/database.ts'
import type { ReachedStep } from './territory-filters.ts'

/** The town halls of a wave at each step of its funnel; the first list is all it was meant for. */
export type WaveSteps = { readonly audience: readonly string[] } & Readonly<
  Record<ReachedStep, readonly string[]>
>

/** Who a wave was meant for, and which of them came to each step: the numbers of the funnel are the lengths of these lists. */
export async function findWaveSteps(db: Database, waveId: string): Promise<WaveSteps> {
  const [townHalls, accompanied] = await Promise.all([
    townHallsOfWave(db, waveId),
    townHallsAccompanied(db, waveId),
  ])
  return {
    audience: townHalls.map(({ insee }) => insee),
    written: townHalls.filter(({ isWritten }) => isWritten).map(({ insee }) => insee),
    'in-contact': townHalls.filter(({ hasAnswered }) => hasAnswered).map(({ insee }) => insee),
    accompanied: accompanied.map(({ insee }) => insee),
    autonomous: accompanied.filter(({ isAutonomous }) => isAutonomous).map(({ insee }) => insee),
  }
}
