import { allow, type Permission } from '#platform/permissions.ts'
import { roles } from '#values/role.ts'

export const exposurePermissions: readonly Permission[] = [
  allow(
    roles,
    'lire le registre public des affichages',
    'GET /companies/exposures',
    'GET /companies/exposures.csv',
    'GET /companies/exposures.ods',
  ),
]
