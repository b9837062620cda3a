import { z } from 'zod'
import { defineJob } from '#platform/jobs/job.ts'
import { checkDomain } from './check-domain.action.ts'

/** Each night: asks again what is published of the sending domain. Safe to run twice: each check is its own dated row. */
export const checkDomainNightly = defineJob({
  name: 'outreach.check-domain',
  payload: z.unknown(),
  async run(_, world) {
    if (world.config.smtpUrl) await checkDomain(world)
  },
})
