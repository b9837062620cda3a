import type { Database } from '#platform/database/database.ts'
import type { Module } from '#platform/module.ts'
import { allow } from '#platform/permissions.ts'
import { demonstrateProgramme } from './demonstrate.action.ts'
import { foundCommand } from './found.command.ts'
import { listPerimeter } from './perimeter.queries.ts'
import { programmePaths } from './programme.paths.ts'
import { routes } from './programme.routes.tsx'

const partners = ['operator', 'association', 'network'] as const

export const programme: Module = {
  name: 'programme',
  routes,
  permissions: [
    allow(
      ['newcomer', 'operator'],
      'fonder le programme quand il n’existe pas encore',
      'GET /founding',
      'POST /founding',
    ),
    allow(partners, 'lire le programme et son périmètre', 'GET /programme', 'GET /programme/perimeter.csv'),
    allow(
      ['operator'],
      'changer le périmètre',
      'GET /programme/perimeter',
      'POST /programme/perimeter/additions',
      'POST /programme/perimeter/removals',
      'POST /programme/perimeter/changes/:id/undo',
    ),
  ],
  navigation: [{ label: 'Partenariat', href: programmePaths.show(), order: 90, who: partners }],
  commands: foundCommand,
  demonstrate: demonstrateProgramme,
}

/** For the search of communes, which puts those of the perimeter first and may not know this module. */
export const perimeterOf = async (db: Database): Promise<ReadonlySet<string>> =>
  new Set(await listPerimeter(db))
