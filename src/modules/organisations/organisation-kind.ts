import type { OrganisationKind } from '#values/role.ts'

/** The kinds of body in the words of the screens. */
export const kindNames: Record<OrganisationKind, string> = {
  operator: 'Opérateur public',
  association: 'Association',
  network: 'Réseau des maires',
  company: 'Entreprise',
  'town-hall': 'Mairie',
}
