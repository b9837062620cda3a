import type { World } from '#platform/world.ts'
import { accept, refuse } from '#values/decision.ts'
import { findWave } from '../waves/waves.queries.ts'
import { markSeen } from './test-copies.queries.ts'

/** A person says to have looked at a copy; saying it twice keeps the first time. */
export async function lookAt({ db, clock }: World, waveId: string, copyId: string, by: string) {
  const wave = await findWave(db, waveId)
  if (wave.state === 'launched') return refuse('already-launched')

  await markSeen(db, waveId, copyId, { by, at: clock() })
  return accept(wave)
}
