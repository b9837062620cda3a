import { allow, type Permission } from '#platform/permissions.ts'
import { roles } from '#values/role.ts'

/** The list is everyone's; the sheets are kept by the operator and the association. */
export const softwarePermissions: readonly Permission[] = [
  allow(
    roles,
    'voir et emporter la liste des logiciels',
    'GET /software',
    'GET /software.csv',
    'GET /software.ods',
  ),
  allow(roles, 'voir les sources du catalogue', 'GET /sources'),
  allow(roles, 'voir l’historique d’une fiche, sans les noms', 'GET /software/:slug/history'),
  allow(['operator', 'association'], 'ajouter une source livrée au catalogue', 'POST /sources/:source'),
  allow(
    ['operator', 'association'],
    'tenir les fiches de logiciels',
    'GET /software/new',
    'POST /software/new',
    'GET /software/licences',
    'GET /software/:slug/edit',
    'POST /software/:slug/edit',
    'POST /software/:slug/withdraw',
    'POST /software/:slug/restore',
    'POST /software/:slug/history/:revision/undo',
  ),
  allow(
    ['operator', 'association'],
    'réunir ou séparer des fiches',
    'GET /software/merges',
    'POST /software/merges',
    'POST /software/merges/:id',
  ),
]
