import { app } from '#platform/http/app.ts'
import type { Module } from '#platform/module.ts'
import { allow } from '#platform/permissions.ts'
import { demonstrateContactPoints } from './demonstrate.action.ts'
import { checkImportJob } from './imports/check-import.job.ts'
import { importCommand } from './imports/import.command.ts'
import { importPaths } from './imports/imports.paths.ts'
import { importsPermissions } from './imports/imports.permissions.ts'
import { importsRoutes } from './imports/imports.routes.tsx'
import { runImportJob } from './imports/run-import.job.ts'
import { loadReference } from './reference/load-reference.action.ts'
import { forgetCommuneIndex } from './search/commune-index.action.ts'
import { type PerimeterOf, searchRoutes } from './search/commune-search.routes.tsx'

/** The module, told by a higher one which communes the search shows first. */
export const communes = (perimeterOf: PerimeterOf): Module => ({
  name: 'communes',
  routes: app().route('/', searchRoutes(perimeterOf)).route('/', importsRoutes),
  permissions: [
    allow(
      ['operator', 'association', 'network'],
      'chercher une commune',
      'GET /communes',
      'GET /communes.json',
    ),
    ...importsPermissions,
  ],
  navigation: [{ label: 'Imports', href: importPaths.list(), order: 12, who: ['operator', 'association'] }],
  jobs: [checkImportJob, runImportJob],
  commands: importCommand,
  demonstrate: demonstrateContactPoints,
  async onStart({ db, log }) {
    const isNew = await loadReference(db)
    if (!isNew) return

    forgetCommuneIndex(db)
    log.info('communes de France chargées')
  },
})
