import type { Module } from '#platform/module.ts'
import { allow } from '#platform/permissions.ts'
import { casePaths } from './cases.paths.ts'
import { routes } from './cases.routes.tsx'
import { demonstrateCases } from './demonstrate.action.ts'
import { caseCommands } from './list-cases.command.ts'

const partners = ['operator', 'association'] as const

export const accompaniment: Module = {
  name: 'accompaniment',
  routes,
  navigation: [{ label: 'Accompagnements', href: casePaths.list(), order: 40, who: partners }],
  commands: caseCommands,
  demonstrate: demonstrateCases,
  permissions: [
    allow(
      partners,
      'lire les accompagnements que suit son organisme',
      'GET /cases',
      'GET /cases.csv',
      'GET /cases.ods',
      'GET /cases/:id',
      'GET /cases/:id/sheet',
    ),
    allow(partners, 'ouvrir un accompagnement', 'GET /cases/new', 'POST /cases'),
    allow(
      partners,
      'conduire les accompagnements de son organisme et les confier à l’autre',
      'POST /cases/:id/steps',
      'POST /cases/:id/steps/:step',
      'POST /cases/:id/steps/:step/done',
      'POST /cases/:id/steps/:step/undone',
      'POST /cases/:id/steps/:step/moves',
      'POST /cases/:id/steps/:step/removal',
      'POST /cases/:id/referent',
      'POST /cases/:id/closing',
      'POST /cases/:id/reopenings',
      'POST /cases/:id/transfers',
    ),
  ],
}
