import { z } from 'zod'
import { defineJob } from '#platform/jobs/job.ts'
import { isoDate } from '#ui/french.ts'
import { tellTownHalls } from './follow-request.action.ts'
import { monthsKept } from './quote.ts'
import { forgetRequests } from './quotes.queries.ts'

/**
 * Each morning: town halls whose date has passed are told, and what is a year old is emptied. Safe to run twice: each request
 * is claimed once, and what is emptied stays empty.
 */
export const followQuotes = defineJob({
  name: 'companies.follow-quotes',
  payload: z.unknown(),
  async run(_, world) {
    await tellTownHalls(world)
    const now = world.clock()
    await forgetRequests(world.db, isoDate(now), monthsKept, now)
  },
})
