import { allow, type Permission } from '#platform/permissions.ts'
import { roles } from '#values/role.ts'

const editors = ['operator', 'association'] as const

export const needsPermissions: readonly Permission[] = [
  allow(roles, 'lire les besoins des mairies', 'GET /needs', 'GET /needs.csv', 'GET /needs.ods'),
  allow(
    roles,
    'lire par quoi remplacer un produit',
    'GET /products',
    'GET /products.csv',
    'GET /products.ods',
    'GET /products.json',
    'GET /products/:slug',
  ),
  allow(
    editors,
    'tenir les mots d’un besoin et ce qui y répond',
    'GET /needs/:slug/edit',
    'POST /needs/:slug/words',
    'POST /needs/:slug/words/removal',
    'POST /needs/:slug/fits',
    'POST /needs/:slug/fits/removal',
    'POST /needs/:slug/retirement',
    'POST /needs/:slug/restoration',
    'POST /needs/:slug/edits/:id/undoing',
  ),
  allow(
    editors,
    'régler les recherches restées sans réponse',
    'GET /needs/silent-searches',
    'GET /needs/silent-searches.csv',
    'GET /needs/silent-searches.ods',
    'GET /needs/silent-searches/one',
    'POST /needs/silent-searches',
    'POST /needs/silent-searches/settling',
    'POST /needs/silent-searches/reopening',
  ),
]
