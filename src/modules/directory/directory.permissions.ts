import { allow, type Permission } from '#platform/permissions.ts'
import { roles } from '#values/role.ts'

export const directoryPermissions: readonly Permission[] = [
  allow(roles, 'voir l’accueil', 'GET /'),
  allow(roles, 'chercher ce qui répond à un besoin dit avec ses mots', 'GET /find'),
  allow(roles, 'lire la réponse à un besoin', 'GET /needs/:slug'),
  allow(roles, 'lire la fiche d’un logiciel', 'GET /software/:slug'),
]
