import { z } from 'zod'
import type { Database } from '#platform/database/database.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { defineJob } from '#platform/jobs/job.ts'
import { refreshLanesOfWave } from '../lanes/choose-lanes.action.ts'
import { excludeOpposed } from '../oppositions/oppositions.queries.ts'
import { lanesOf, wakeRetries } from './ledger.queries.ts'
import { sendOnLane } from './send-on-lane.action.ts'

/**
 * Safe to run twice, and several at once: the ledger gives each e-mail to one sender, under a lease. Ends when nothing is
 * ready or the rate is spent; the clock starts it again each minute while something is left.
 */
export const sendWave = defineJob({
  name: 'outreach.send-wave',
  payload: z.object({ waveId: z.uuid() }),
  async run({ waveId }, world) {
    await wakeRetries(world.db, world.clock())
    await excludeOpposed(world.db, world.clock())
    if (world.config.smtpUrl) await refreshLanesOfWave(world, waveId)
    const lanes = await lanesOf(world.db, waveId)
    await Promise.all(lanes.map((lane) => sendOnLane(world, waveId, lane)))
  },
})

/** Starts the sending of a wave, or lets the one that waits do it. */
export const wakeWave = (db: Database, waveId: string) =>
  enqueue(db, sendWave, { waveId }, { singletonKey: waveId })
