import { app } from '#platform/http/app.ts'
import type { Module } from '#platform/module.ts'
import { organisationKinds } from '#values/role.ts'
import { cataloguePaths } from './catalogue.paths.ts'
import { cataloguePermissions } from './catalogue.permissions.ts'
import { demonstrateCatalogue } from './demonstrate.action.ts'
import { silentSearchRoutes } from './finding/silent-searches.routes.tsx'
import { harvestRoutes } from './harvest/harvest.routes.ts'
import { lockPaths } from './locks/locks.paths.ts'
import { lockRoutes } from './locks/locks.routes.tsx'
import { loadVocabulary, loadWrittenFits } from './needs/load-vocabulary.action.ts'
import { needEditRoutes } from './needs/need-edit.routes.tsx'
import { needPaths } from './needs/needs.paths.ts'
import { needsRoutes } from './needs/needs.routes.tsx'
import { productRoutes } from './products/products.routes.tsx'
import { demonstratePubliccode } from './publiccode/demonstrate-publiccode.action.ts'
import { publiccodeImportRoutes } from './publiccode/imports/imports.routes.tsx'
import { publiccodeCommand } from './publiccode/imports/publiccode.command.ts'
import { loadShippedPubliccode } from './publiccode/imports/shipped-files.action.ts'
import { publiccodePaths } from './publiccode/publiccode.paths.ts'
import { publiccodeRoutes } from './publiccode/publiccode.routes.tsx'
import { editingRoutes } from './software/editing/editing.routes.tsx'
import { likenessesRoutes } from './software/likenesses/likenesses.routes.tsx'
import { shelfRoutes } from './software/shelf/shelf.routes.tsx'
import { softwarePaths } from './software/software.paths.ts'
import { readLiveSourceJob, readLiveSourcesJob } from './sources/live/live.job.ts'
import { livePaths } from './sources/live/live.paths.ts'
import { liveRoutes } from './sources/live/live.routes.tsx'
import { loadShippedSheets } from './sources/load-shipped.action.ts'
import { sourcesCommand } from './sources/sources.command.ts'
import { sourcesRoutes } from './sources/sources.routes.tsx'
import { askTownHallsJob, renewUsagesJob } from './usages/town-halls.job.ts'
import { usagePaths } from './usages/usages.paths.ts'
import { usageRoutes } from './usages/usages.routes.ts'

const editors = ['operator', 'association'] as const

export const catalogue: Module = {
  name: 'catalogue',
  routes: app()
    .route('/', shelfRoutes)
    .route('/', sourcesRoutes)
    .route('/', likenessesRoutes)
    .route('/', editingRoutes)
    .route('/', needsRoutes)
    .route('/', needEditRoutes)
    .route('/', silentSearchRoutes)
    .route('/', productRoutes)
    .route('/', usageRoutes)
    .route('/', lockRoutes)
    .route('/', publiccodeImportRoutes)
    .route('/', publiccodeRoutes)
    .route('/', liveRoutes)
    .route('/', harvestRoutes),
  permissions: [...cataloguePermissions],
  twins: [{ page: needPaths.silentSearches(), formats: ['csv', 'ods'] }],
  navigation: [
    { label: 'Logiciels', href: softwarePaths.list(), order: 45, who: organisationKinds },
    { label: 'Besoins', href: cataloguePaths.needs(), order: 44, who: organisationKinds },
    {
      label: 'Recherches sans réponse',
      href: needPaths.silentSearches(),
      order: 44,
      who: editors,
      under: cataloguePaths.needs(),
    },
    {
      label: 'Produits à remplacer',
      href: cataloguePaths.products(),
      order: 44,
      who: organisationKinds,
      under: cataloguePaths.needs(),
    },
    {
      label: 'Doublons possibles',
      href: softwarePaths.likenesses(),
      order: 45,
      who: editors,
      under: softwarePaths.list(),
    },
    {
      label: 'Licences à relire',
      href: softwarePaths.licences(),
      order: 45,
      who: editors,
      under: softwarePaths.list(),
    },
    { label: 'Usages', href: usagePaths.list(), order: 46, who: editors },
    { label: 'Verrous', href: lockPaths.map(), order: 47, who: editors, under: usagePaths.list() },
    {
      label: 'publiccode.yml',
      href: publiccodePaths.list(),
      order: 48,
      who: editors,
      under: softwarePaths.list(),
    },
    {
      label: 'Catalogues lus ailleurs',
      href: livePaths.list(),
      order: 49,
      who: ['operator'],
      under: softwarePaths.list(),
    },
  ],
  jobs: [askTownHallsJob, renewUsagesJob, readLiveSourceJob, readLiveSourcesJob],
  schedules: [
    { job: readLiveSourcesJob, cron: '20 3 * * *', payload: {} },
    { job: askTownHallsJob, cron: '*/15 * * * *', payload: {} },
    { job: renewUsagesJob, cron: '10 7 * * *', payload: {} },
  ],
  async demonstrate(world) {
    await demonstrateCatalogue(world)
    await demonstratePubliccode(world)
  },
  commands(program, terminal) {
    publiccodeCommand(program, terminal)
    sourcesCommand(program, terminal)
  },
  async onStart(world) {
    const { db, log } = world
    if (await loadShippedSheets(world)) log.info('fiches de logiciels chargées')
    if (await loadShippedPubliccode(world)) log.info('fichiers publiccode.yml chargés')
    if (await loadVocabulary(db)) log.info('vocabulaire des besoins chargé')
    // After the software: a fit names a sheet that must be there.
    await loadWrittenFits(db)
  },
}
