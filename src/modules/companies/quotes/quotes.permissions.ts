import { allow, type Permission } from '#platform/permissions.ts'
import { roles } from '#values/role.ts'

export const quotePermissions: readonly Permission[] = [
  allow(roles, 'préparer une demande de devis pour une mairie', 'GET /quotes/new', 'POST /quotes/new'),
  allow(
    roles,
    'suivre la demande de sa mairie, par le lien reçu à l’adresse officielle',
    'GET /quotes/mine/:token',
    'GET /quotes/mine/:token/archive.ods',
    'POST /quotes/mine/:token/confirm',
    'POST /quotes/mine/:token/close',
    'POST /quotes/mine/:token/grouping',
  ),
  allow(
    roles,
    'répondre à une demande de devis, par le lien reçu',
    'GET /quotes/answer/:token',
    'POST /quotes/answer/:token',
  ),
  allow(
    ['operator', 'association'],
    'voir les demandes de devis, sans les réponses, et proposer d’en grouper',
    'GET /quotes',
    'GET /quotes.csv',
    'GET /quotes.ods',
    'GET /quotes/asked/:id',
    'POST /quotes/groups',
  ),
  allow(['company'], 'voir les demandes de devis reçues par son entreprise', 'GET /my-company/quotes'),
]
