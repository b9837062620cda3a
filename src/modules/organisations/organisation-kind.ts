import type { OrganisationKind } from '#values/role.ts'
import type { Visitor } from '#values/visitor.ts'

/** The kinds of body in the words of the screens. */
export const kindNames: Record<OrganisationKind, string> = {
  operator: 'Opérateur public',
  association: 'Association',
  network: 'Réseau des maires',
  company: 'Entreprise',
  'town-hall': 'Mairie',
}

/** An organisation's coordinates are changed by its own people, and by the operator, who keeps the partnership's. */
export const mayEdit = (visitor: Visitor, { id }: { readonly id: string }) =>
  visitor.role === 'operator' || ('organisation' in visitor && visitor.organisation.id === id)
