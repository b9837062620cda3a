import { z } from 'zod'
import { defineJob } from '#platform/jobs/job.ts'
import { readMailbox } from './read-mailbox.action.ts'

/** Reads the mailbox. May run twice: a message is known by its bytes, and is received in one transaction. */
export const readMailboxJob = defineJob({
  name: 'mailbox.read',
  payload: z.unknown(),
  run: (_, world) => readMailbox(world),
})
