import { z } from 'zod'
import { defineJob } from '#platform/jobs/job.ts'
import { advance, finishWork, isStopRequested } from '#platform/jobs/works.ts'
import { excludeOpposed } from '../oppositions/oppositions.queries.ts'
import { composeOneLot } from './compose-one-lot.action.ts'
import { lotsToCompose } from './lots.queries.ts'

/**
 * Safe to run twice: it composes the lots that have no PDF yet, each in its own transaction, and the same lot gives the
 * same bytes. Stops between two lots when a person asks.
 */
export const composeLots = defineJob({
  name: 'outreach.compose-lots',
  payload: z.object({ waveId: z.uuid(), workId: z.uuid() }),
  async run({ waveId, workId }, world) {
    const { db } = world
    await excludeOpposed(db, world.clock())
    const waiting = await lotsToCompose(db, waveId)
    await advance(db, workId, { done: 0, total: waiting.length })
    for (const [rank, lot] of waiting.entries()) {
      if (await isStopRequested(db, workId)) return finishWork(db, workId, { isStopped: true })
      await composeOneLot(world, lot.id)
      await advance(db, workId, { done: rank + 1 })
    }
    await finishWork(db, workId)
  },
})
