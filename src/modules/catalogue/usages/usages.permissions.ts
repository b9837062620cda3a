import { allow, type Permission } from '#platform/permissions.ts'
import { roles } from '#values/role.ts'

const editors = ['operator', 'association'] as const

export const usagePermissions: readonly Permission[] = [
  allow(
    roles,
    'dire ce qu’une commune utilise, qui le confirmera',
    'GET /usages/new',
    'POST /usages/new',
    'GET /usages/declared/:id',
    'GET /usages/declared/:id/slip',
  ),
  allow(
    roles,
    'répondre pour sa mairie par le lien de son courriel',
    'GET /usages/answers/:token',
    'POST /usages/answers/:token',
    'POST /usages/answers/:token/links',
  ),
  allow(
    roles,
    'demander un appel à une mairie qui en accepte',
    'GET /usages/:id/call',
    'POST /usages/:id/call',
  ),
  allow(
    roles,
    'lire les logiciels libres d’une commune',
    'GET /in/:insee',
    'GET /in/:file{[0-9AB]{5}\\.json}',
  ),
  allow(
    editors,
    'lire toutes les déclarations d’usage',
    'GET /usages',
    'GET /usages.csv',
    'GET /usages.ods',
    'GET /usages/:id',
  ),
  allow(
    editors,
    'redemander, confirmer à la main, retirer ou remettre une déclaration',
    'POST /usages/:id/askings',
    'POST /usages/:id/confirmations',
    'POST /usages/:id/withdrawals',
    'POST /usages/:id/restorations',
  ),
]
