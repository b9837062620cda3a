import type { Module } from '#platform/module.ts'
import { allow } from '#platform/permissions.ts'
import { routes } from './organisations.routes.tsx'

export const organisations: Module = {
  name: 'organisations',
  routes,
  permissions: [
    allow(
      ['operator', 'association', 'network'],
      'lire les coordonnées des organismes',
      'GET /organisations',
      'GET /organisations/:id',
    ),
    allow(
      ['operator', 'association', 'network'],
      'changer les coordonnées de son organisme',
      'POST /organisations/:id',
    ),
  ],
}
