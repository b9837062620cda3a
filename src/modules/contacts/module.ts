import { Hono } from 'hono'
import type { Env } from '#platform/http/app.ts'
import type { Module } from '#platform/module.ts'
import { allow } from '#platform/permissions.ts'
import { roles } from '#values/role.ts'
import { contactPaths } from './contacts.paths.ts'
import { contactRoutes } from './contacts.routes.tsx'
import { demonstrateAnswers } from './demonstrate.action.ts'
import { contactCommands } from './list-contacts.command.ts'
import { replyRoutes } from './reply.routes.tsx'

const partners = ['operator', 'association'] as const

export const contacts: Module = {
  name: 'contacts',
  routes: new Hono<Env>().route('/', replyRoutes).route('/', contactRoutes),
  navigation: [{ label: 'Contacts', href: contactPaths.list(), order: 30, who: partners }],
  commands: contactCommands,
  demonstrate: demonstrateAnswers,
  permissions: [
    allow(
      roles,
      'répondre à une lettre avec son code',
      'GET /r',
      'GET /R/:code',
      'GET /r/:code',
      'POST /r/:code',
      'GET /r/:code/answers/:id',
    ),
    allow(
      partners,
      'lire les contacts que suit son organisme',
      'GET /contacts',
      'GET /contacts.csv',
      'GET /contacts.ods',
      'GET /contacts/:id',
    ),
    allow(partners, 'noter un échange avec une mairie', 'GET /contacts/new', 'POST /contacts'),
    allow(
      partners,
      'suivre les contacts de son organisme et les transmettre à l’autre',
      'POST /contacts/:id/takes',
      'POST /contacts/:id/releases',
      'POST /contacts/:id/settlements',
      'POST /contacts/:id/reopenings',
      'POST /contacts/:id/transfers',
    ),
  ],
}
