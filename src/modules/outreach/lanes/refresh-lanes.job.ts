import { z } from 'zod'
import { defineJob } from '#platform/jobs/job.ts'
import { askDirectory } from './choose-lanes.action.ts'
import { knownDomains } from './domains.queries.ts'

/**
 * Each night: asks again who carries the mail of every domain we may write to. Safe to run twice: the last answer stays.
 * Without a relay nothing is asked of the network.
 */
export const refreshLanes = defineJob({
  name: 'outreach.refresh-lanes',
  payload: z.unknown(),
  async run(_, world) {
    if (world.config.smtpUrl) await askDirectory(world, await knownDomains(world.db))
  },
})
