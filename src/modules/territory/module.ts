import type { Module } from '#platform/module.ts'
import { allow } from '#platform/permissions.ts'
import { territoryPaths } from './territory.paths.ts'
import { listRoutes } from './territory.routes.tsx'

const partners = ['operator', 'association', 'network'] as const

export const territory: Module = {
  name: 'territory',
  routes: listRoutes,
  permissions: [
    allow(
      partners,
      'voir le territoire, sa carte et sa liste, et les emporter',
      'GET /territory',
      'GET /territory.csv',
      'GET /territory.ods',
      'GET /territory.geojson',
    ),
  ],
  navigation: [{ label: 'Territoire', href: territoryPaths.list(), order: 10, who: partners }],
}
