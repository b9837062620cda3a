import type { Module } from '#platform/module.ts'
import { allow } from '#platform/permissions.ts'
import { roles } from '#values/role.ts'
import { routes } from './guide.routes.tsx'

export const guide: Module = {
  name: 'guide',
  routes,
  permissions: [allow(roles, 'lire l’aide', 'GET /aide', 'GET /aide/:chapter')],
}
