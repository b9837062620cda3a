import { app } from '#platform/http/app.ts'
import type { Module } from '#platform/module.ts'
import { allow } from '#platform/permissions.ts'
import { demonstrateMailbox } from './demonstrate.action.ts'
import { outboxReplyRoutes } from './deposits/outbox-reply.routes.tsx'
import { mailboxPaths } from './mailbox.paths.ts'
import { mailboxRoutes } from './mailbox.routes.tsx'
import { readMailboxJob } from './reading/read-mailbox.job.ts'

const partners = ['operator', 'association'] as const

export const mailbox: Module = {
  name: 'mailbox',
  routes: app().route('/', outboxReplyRoutes).route('/', mailboxRoutes),
  permissions: [
    allow(
      partners,
      'lire le courrier reçu',
      'GET /mailbox',
      'GET /mailbox.csv',
      'GET /mailbox.ods',
      'GET /mailbox/:id',
      'GET /mailbox/:id/message.html',
      'GET /mailbox/:id/message.eml',
      'GET /mailbox/:id/attachments/:rank',
    ),
    allow(
      partners,
      'trier le courrier reçu',
      'POST /mailbox/readings',
      'POST /mailbox/deposits',
      'POST /mailbox/:id/commune',
      'POST /mailbox/:id/address',
      'POST /mailbox/:id/opposition',
      'POST /mailbox/:id/settlement',
      'POST /mailbox/:id/kind',
      'POST /mailbox/:id/kind/undo',
    ),
    allow(
      partners,
      'répondre comme une mairie tant que rien ne part',
      'GET /mailbox/replies/:id',
      'POST /mailbox/replies/:id',
    ),
  ],
  navigation: [
    { label: 'Courrier reçu', href: mailboxPaths.list(), order: 29, who: partners, under: '/contacts' },
  ],
  jobs: [readMailboxJob],
  schedules: [{ job: readMailboxJob, cron: '* * * * *', payload: {} }],
  demonstrate: demonstrateMailbox,
}
