import type { Module } from '#platform/module.ts'
import { recoverLeasesJob } from './deliveries/recover-leases.job.ts'
import { sendWave } from './deliveries/send-wave.job.ts'
import { composeLots } from './lots/compose-lots.job.ts'
import { seedMessages } from './messages/messages.queries.ts'

export const outreach: Module = {
  name: 'outreach',
  permissions: [],
  jobs: [sendWave, composeLots, recoverLeasesJob],
  schedules: [{ job: recoverLeasesJob, cron: '* * * * *', payload: {} }],
  onStart: ({ db, clock }) => seedMessages(db, clock()),
}
