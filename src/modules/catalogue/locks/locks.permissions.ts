import { allow, type Permission } from '#platform/permissions.ts'
import { roles } from '#values/role.ts'

const editors = ['operator', 'association'] as const

export const lockPermissions: readonly Permission[] = [
  allow(
    roles,
    'dire ce qui bloque une commune, qui le confirmera',
    'GET /locks/new',
    'POST /locks/new',
    'GET /locks/declared/:id',
  ),
  allow(
    editors,
    'lire la carte des verrous et l’emporter',
    'GET /locks',
    'GET /locks.csv',
    'GET /locks.ods',
    'GET /locks/communes',
    'GET /locks/:id',
  ),
  allow(
    editors,
    'noter, confirmer, retirer ou remettre un verrou',
    'POST /locks/surveys',
    'POST /locks/:id/askings',
    'POST /locks/:id/confirmations',
    'POST /locks/:id/withdrawals',
    'POST /locks/:id/restorations',
  ),
]
