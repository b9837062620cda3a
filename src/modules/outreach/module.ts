import { app } from '#platform/http/app.ts'
import type { Module } from '#platform/module.ts'
import { allow } from '#platform/permissions.ts'
import { recoverLeasesJob } from './deliveries/recover-leases.job.ts'
import { sendWave } from './deliveries/send-wave.job.ts'
import { demonstrateWaves } from './demonstrate.action.ts'
import { composeLots } from './lots/compose-lots.job.ts'
import { messagePaths } from './messages/messages.paths.ts'
import { seedMessages } from './messages/messages.queries.ts'
import { messageRoutes } from './messages/messages.routes.tsx'
import { previewRoutes } from './messages/previews.routes.tsx'

const writers = ['operator', 'association'] as const
const partners = ['operator', 'association', 'network'] as const

export const outreach: Module = {
  name: 'outreach',
  routes: app().route('/', messageRoutes).route('/', previewRoutes),
  permissions: [
    allow(
      partners,
      'lire les messages et leur aperçu',
      'GET /messages',
      'GET /messages/:id',
      'GET /messages/:id/preview',
      'GET /messages/:id/preview.html',
      'GET /messages/:id/preview.pdf',
    ),
    allow(
      writers,
      'écrire les messages',
      'POST /messages',
      'POST /messages/:id',
      'POST /messages/:id/copies',
      'POST /messages/:id/archiving',
      'POST /messages/:id/restoration',
    ),
  ],
  navigation: [{ label: 'Messages', href: messagePaths.list(), order: 15, who: partners }],
  jobs: [sendWave, composeLots, recoverLeasesJob],
  schedules: [{ job: recoverLeasesJob, cron: '* * * * *', payload: {} }],
  demonstrate: demonstrateWaves,
  onStart: ({ db, clock }) => seedMessages(db, clock()),
}
