import { allow, type Permission } from '#platform/permissions.ts'
import { roles } from '#values/role.ts'

const key = ':key{[0-9a-fA-F -]+}'

export const companiesPermissions: readonly Permission[] = [
  allow(
    roles,
    'lire le recensement des entreprises',
    'GET /companies',
    'GET /companies.csv',
    'GET /companies.ods',
    `GET /companies/${key}`,
  ),
  allow(roles, 'signaler une erreur sur la fiche d’une entreprise', `POST /companies/${key}/reports`),
]
