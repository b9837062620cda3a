import { app } from '#platform/http/app.ts'
import type { Module } from '#platform/module.ts'
import { allow } from '#platform/permissions.ts'
import { demonstrateContactPoints } from './demonstrate.action.ts'
import { checkImportKnowing } from './imports/check-import.job.ts'
import { importCommand } from './imports/import.command.ts'
import { importPaths } from './imports/imports.paths.ts'
import { importsPermissions } from './imports/imports.permissions.ts'
import { importsRoutes } from './imports/imports.routes.tsx'
import type { OpposedAmong } from './imports/opposed-among.ts'
import { runImportKnowing } from './imports/run-import.job.ts'
import { loadReference } from './reference/load-reference.action.ts'
import { forgetCommuneIndex } from './search/commune-index.action.ts'
import { type PerimeterOf, searchRoutes } from './search/commune-search.routes.tsx'

type Told = { readonly perimeterOf: PerimeterOf; readonly opposedAmong: OpposedAmong }

/** The module, told by higher ones which communes the search shows first and which addresses are in opposition. */
export const communes = ({ perimeterOf, opposedAmong }: Told): Module => ({
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
  navigation: [
    {
      label: 'Imports',
      href: importPaths.list(),
      order: 12,
      who: ['operator', 'association'],
      under: '/territory',
    },
  ],
  jobs: [checkImportKnowing(opposedAmong), runImportKnowing(opposedAmong)],
  commands: (program, terminal) => importCommand(program, terminal, opposedAmong),
  demonstrate: demonstrateContactPoints,
  async onStart({ db, log }) {
    const isNew = await loadReference(db)
    if (!isNew) return

    forgetCommuneIndex(db)
    log.info('communes de France chargées')
  },
})
