import { allow } from '#platform/permissions.ts'

/** Contact points are everybody's; who brings them in is the operator or the association. */
export const importsPermissions = [
  allow(
    ['operator', 'association'],
    'lire les imports de coordonnées',
    'GET /imports',
    'GET /imports/:id',
    'GET /imports/:id/findings.csv',
    'GET /imports/:id/findings.ods',
  ),
  allow(
    ['operator', 'association'],
    'importer des coordonnées de mairies',
    'GET /imports/new',
    'POST /imports',
    'GET /imports/:id/columns',
    'POST /imports/:id/columns',
    'POST /imports/:id/check',
    'POST /imports/:id/successors',
    'POST /imports/:id/run',
    'POST /imports/:id/stop',
  ),
]
