import { allow } from '#platform/permissions.ts'
import { roles } from '#values/role.ts'

export const paperPermissions = [
  allow(
    roles,
    'imprimer des fiches de logiciels et les réunir en classeur',
    'GET /software/:file{[a-z0-9-]+\\.pdf}',
    'GET /binder',
    'GET /binder.pdf',
  ),
]
