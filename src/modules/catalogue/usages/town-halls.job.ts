import { z } from 'zod'
import { defineJob } from '#platform/jobs/job.ts'
import { isoDate } from '#ui/french.ts'
import { followMergers } from './follow-mergers.action.ts'
import { forgetDeclarers } from './new-usages.queries.ts'
import { askRenewals, askTownHalls } from './town-hall-mails.action.ts'

/** Asks town halls about what was declared of them. Safe to run twice: each mail is claimed by its row of the day. */
export const askTownHallsJob = defineJob({
  name: 'catalogue.ask-town-halls',
  payload: z.unknown(),
  async run(_, world) {
    await askTownHalls(world)
  },
})

/** Each morning: what merged follows, what is a year old is asked again. Safe to run twice: it moves only what is left to move. */
export const renewUsagesJob = defineJob({
  name: 'catalogue.renew-usages',
  payload: z.unknown(),
  async run(_, world) {
    await followMergers(world.db, world.clock())
    await forgetDeclarers(world.db, isoDate(world.clock()))
    await askRenewals(world)
  },
})
