import { z } from 'zod'
import { defineJob } from '#platform/jobs/job.ts'
import { askAboutReferences } from './ask-references.action.ts'

/** Asks communes about the works that companies name. Safe to run twice: each mail is claimed by its row of the day. */
export const askReferencesJob = defineJob({
  name: 'companies.ask-references',
  payload: z.unknown(),
  async run(_, world) {
    await askAboutReferences(world)
  },
})
