import type { World } from '#platform/world.ts'
import { accept, refuse } from '#values/decision.ts'
import { addresseeOf } from './addressee.ts'
import { keepingOf, planLaunch } from './plan-launch.action.ts'
import { isPastRetention, keptSince } from './retention.ts'
import { findWave, insertHandExclusion } from './waves.queries.ts'

/** Takes out of a wave in preparation everyone whose coordinates are kept too long. Twice changes nothing more. */
export function excludePastRetention(world: World, waveId: string, by: string) {
  return world.db.transaction(async (tx) => {
    const wave = await findWave(tx, waveId)
    if (wave.state === 'launched') return refuse('already-launched')

    const { recipients, now } = await planLaunch(tx, world, wave)
    const past = recipients.filter((recipient) => isPastRetention(keepingOf(recipient), now))
    for (const recipient of past) {
      const reason = keptSince(keepingOf(recipient))?.toISOString() ?? ''
      await insertHandExclusion(tx, {
        waveId,
        ...addresseeOf(recipient.candidate),
        reason,
        cause: 'past-retention',
        excludedBy: by,
      })
    }
    return accept(past.length)
  })
}
