import { app } from '#platform/http/app.ts'
import type { Module } from '#platform/module.ts'
import { allow } from '#platform/permissions.ts'
import { recordRoutes } from './commune-record.routes.tsx'
import { exportCommand } from './export.command.ts'
import { steeringRoutes } from './steering.routes.tsx'
import { territoryPaths } from './territory.paths.ts'
import { listRoutes } from './territory.routes.tsx'

const writers = ['operator', 'association'] as const
const partners = ['operator', 'association', 'network'] as const

export const territory: Module = {
  name: 'territory',
  routes: app().route('/', listRoutes).route('/', recordRoutes).route('/', steeringRoutes),
  permissions: [
    allow(partners, 'lire le pilotage et l’emporter', 'GET /steering', 'GET /steering.csv'),
    allow(
      partners,
      'voir le territoire, sa carte et sa liste, et les emporter',
      'GET /territory',
      'GET /territory.csv',
      'GET /territory.ods',
      'GET /territory.geojson',
    ),
    allow(
      partners,
      'lire la fiche d’une commune',
      'GET /communes/:insee',
      'GET /communes/:file{[0-9AB]+\\.json}',
    ),
    allow(
      writers,
      'ajouter ou retirer une coordonnée d’une mairie',
      'POST /communes/:insee/contact-points',
      'POST /communes/:insee/contact-points/:id/end',
      'POST /communes/:insee/contact-points/:id/return',
    ),
  ],
  commands: exportCommand,
  navigation: [
    { label: 'Territoire', href: territoryPaths.list(), order: 10, who: partners },
    { label: 'Pilotage', href: territoryPaths.steering(), order: 100, who: partners },
  ],
}
