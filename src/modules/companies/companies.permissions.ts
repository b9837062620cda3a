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
  allow(roles, 'lire les offres d’un organisme du partenariat', 'GET /companies/operated/:id'),
  allow(
    roles,
    'confirmer ou refuser une référence, par le lien reçu en mairie',
    'GET /references/:token',
    'POST /references/:token',
  ),
  allow(
    ['company'],
    'tenir la fiche de son entreprise',
    'GET /my-company',
    'POST /my-company/presentation',
    'POST /my-company/services',
    'POST /my-company/services/:id/end',
    'POST /my-company/services/:id/revival',
    'POST /my-company/renewal',
  ),
  allow(
    ['company'],
    'nommer ses références et répondre à un refus',
    'GET /my-company/references',
    'POST /my-company/references',
    'POST /my-company/references/:id/withdrawal',
    'POST /my-company/references/:id/reply',
  ),
  allow(
    ['company'],
    'proposer ses offres opérées',
    'GET /my-company/offers',
    'POST /my-company/offers',
    'POST /my-company/offers/:id/:verb',
  ),
  allow(
    ['company'],
    'emporter tout ce que sa fiche contient',
    'GET /my-company/export.json',
    'GET /my-company/services.csv',
    'GET /my-company/services.ods',
    'GET /my-company/references.csv',
    'GET /my-company/references.ods',
  ),
  allow(
    ['operator', 'association', 'network'],
    'proposer les offres que son organisme opère',
    'GET /offers',
    'POST /offers',
    'POST /offers/:id/:verb',
  ),
]
