import { allow, type Permission } from '#platform/permissions.ts'
import { roles } from '#values/role.ts'

const editors = ['operator', 'association'] as const

/** Who may do what with publiccode.yml files. */
export const publiccodePermissions: readonly Permission[] = [
  allow(
    roles,
    'lire les publiccode.yml du catalogue et ce qui leur manque',
    'GET /publiccode',
    'GET /publiccode.csv',
    'GET /publiccode.ods',
    'GET /software/:slug/publiccode.yml',
  ),
  allow(
    editors,
    'compléter les publiccode.yml et suivre leur réparation chez les projets',
    'GET /software/:slug/publiccode',
    'POST /software/:slug/publiccode',
    'POST /software/:slug/publiccode/upstream',
  ),
  allow(
    editors,
    'importer des publiccode.yml et annuler un import',
    'GET /publiccode/imports',
    'POST /publiccode/imports',
    'GET /publiccode/imports/:id',
    'POST /publiccode/imports/:id/run',
    'POST /publiccode/imports/:id/undo',
  ),
]
