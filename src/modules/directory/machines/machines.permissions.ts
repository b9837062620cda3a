import { allow } from '#platform/permissions.ts'
import { roles } from '#values/role.ts'

export const machinesPermissions = [
  allow(
    roles,
    'lire les annuaires par une machine',
    'GET /openapi.json',
    'GET /software.json',
    'GET /needs.json',
    'GET /companies.json',
    'GET /software.atom',
    'GET /companies.atom',
    'GET /usages.atom',
    'GET /software/:file{[a-z0-9-]+\\.(?:json|jsonld|csv|ods)}',
    'GET /needs/:file{[a-z0-9-]+\\.(?:json|jsonld|csv|ods)}',
    'GET /companies/:file{[a-z0-9-]+\\.(?:json|jsonld)}',
  ),
]
