import { createHash, randomBytes } from 'node:crypto'
import { newId } from '#platform/ids.ts'
import type { World } from '#platform/world.ts'
import { accept, refuse } from '#values/decision.ts'
import { insertMembers, savePlace } from './draw.queries.ts'
import { drawWaves, type Fingerprint, stratumOf } from './draw.ts'
import { planLaunch } from './plan-launch.action.ts'
import { findWave, insertWave } from './waves.queries.ts'

type Cut = { readonly size: number; readonly by: string }

/** SHA-256 in hexadecimal: what `printf seed/59172 | sha256sum` says. */
export const fingerprint: Fingerprint = (text) => createHash('sha256').update(text).digest('hex')

/**
 * Cuts the audience of a wave in preparation in waves of at most so many town halls, by a draw within strata: the wave
 * becomes the first one, the others are prepared beside it, each to be launched in its week. The seed is kept.
 */
export function drawInWaves(world: World, id: string, { size, by }: Cut) {
  return world.db.transaction(async (tx) => {
    const wave = await findWave(tx, id)
    if (wave.state === 'launched') return refuse('already-launched')
    if (wave.audienceKind === 'companies') return refuse('not-of-communes')
    if (wave.drawSeed) return refuse('already-drawn')
    const { recipients, now } = await planLaunch(tx, world, wave)
    if (recipients.length <= size) return refuse('small-enough')

    const seed = randomBytes(8).toString('hex')
    const townHalls = recipients.flatMap(({ candidate }) =>
      candidate.insee === undefined ? [] : [{ insee: candidate.insee, stratum: stratumOf(candidate) }],
    )
    const drawn = drawWaves(townHalls, { seed, size, fingerprint })
    const { name, messageId, channel, filters, recentDays, envelopeId, topic, reminderOf, remindsAgain } =
      wave
    const { purpose, postageProduct } = wave
    const choices = {
      messageId,
      channel,
      filters,
      recentDays,
      envelopeId,
      topic,
      reminderOf,
      remindsAgain,
      purpose,
      postageProduct,
    }
    for (const [rank, members] of drawn.entries()) {
      const waveId = rank === 0 ? id : newId()
      const place = { seed, place: rank + 1, waves: drawn.length }
      if (rank > 0) await insertWave(tx, waveId, { name, ...choices }, by, now)
      await savePlace(tx, waveId, place, `${name}, semaine ${rank + 1} sur ${drawn.length}`)
      await insertMembers(tx, waveId, members)
    }
    return accept({ seed, waves: drawn.length })
  })
}

export type DrawRefusal = Extract<Awaited<ReturnType<typeof drawInWaves>>, { ok: false }>['reason']
