import { allow, type Permission } from '#platform/permissions.ts'
import { roles } from '#values/role.ts'

/** Any tool may harvest the catalogue. */
export const harvestPermissions: readonly Permission[] = [
  allow(
    roles,
    'moissonner le catalogue dans la forme du SILL ou du catalogue italien',
    'GET /v1/software',
    'GET /v1/software/:id',
    'GET /v1/publishers',
    'GET /v1/catalogs',
    'GET /api/sill.json',
    'GET /api/v2/catalogi.json',
  ),
]
