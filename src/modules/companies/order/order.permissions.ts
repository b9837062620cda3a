import { allow, type Permission } from '#platform/permissions.ts'
import { roles } from '#values/role.ts'

export const orderPermissions: readonly Permission[] = [
  allow(
    roles,
    'lire la règle qui ordonne les entreprises, et la recalculer',
    'GET /companies/order',
    'GET /companies/order.json',
  ),
]
