import { z } from 'zod'
import { defineJob } from '#platform/jobs/job.ts'
import { excludeOpposed } from '../oppositions/oppositions.queries.ts'
import { recoverLeases, wakeRetries, wavesToSend } from './ledger.queries.ts'
import { matchWaitingEvents } from './record-event.action.ts'
import { wakeWave } from './send-wave.job.ts'

/** Each minute: settles what a crash left, then starts again the waves that have something to send. Safe to run twice. */
export const recoverLeasesJob = defineJob({
  name: 'outreach.recover-leases',
  payload: z.unknown(),
  async run(_, { db, clock }) {
    const now = clock()
    await recoverLeases(db, now)
    await wakeRetries(db, now)
    await excludeOpposed(db, now)
    await matchWaitingEvents(db)
    for (const waveId of await wavesToSend(db)) await wakeWave(db, waveId)
  },
})
