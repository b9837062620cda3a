import { allow, type Permission } from '#platform/permissions.ts'

const editors = ['operator', 'association'] as const

/** Who may read catalogues from elsewhere, and look at what they say. */
export const livePermissions: readonly Permission[] = [
  allow(
    ['operator'],
    'allumer, lire et éteindre les catalogues lus ailleurs',
    'GET /sources/live',
    'POST /sources/live/:source/on',
    'POST /sources/live/:source/off',
    'POST /sources/live/:source/run',
  ),
  allow(
    editors,
    'vérifier les collectivités et voir les entreprises que d’autres catalogues citent',
    'GET /sources/live/users',
    'GET /sources/live/users.csv',
    'GET /sources/live/users.ods',
    'POST /sources/live/users/:id',
    'GET /sources/live/companies',
    'GET /sources/live/companies.csv',
    'GET /sources/live/companies.ods',
  ),
]
