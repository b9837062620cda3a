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
  allow(
    roles,
    'demander à tenir la fiche de son entreprise',
    `GET /companies/${key}/claim`,
    `POST /companies/${key}/claim`,
    `POST /companies/${key}/claim/by-hand`,
  ),
  allow(roles, 'inscrire son entreprise', 'GET /companies/new', 'POST /companies/new'),
  allow(
    roles,
    'prouver par sa boîte que l’on agit pour l’entreprise',
    'GET /claims/:id/:tag',
    'POST /claims/:id/:tag',
  ),
]
