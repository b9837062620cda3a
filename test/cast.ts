import type { Role } from '#values/role.ts'

/** The people of the tests: one for each role that can sign in. */
export const people: Record<
  Exclude<Role, 'public'>,
  { readonly name: string; readonly organisation: string }
> = {
  operator: { name: 'Claire Delattre', organisation: 'Centre de gestion du Nord' },
  association: { name: 'Karim Benali', organisation: 'Les Amis du libre' },
  network: { name: 'Jeanne Wattel', organisation: 'Réseau des maires du Nord' },
  company: { name: 'Paul Vasseur', organisation: 'Libre Services du Hainaut' },
  'town-hall': { name: 'Martine Lefebvre', organisation: 'Mairie d’Abscon' },
  newcomer: { name: '', organisation: '' },
}
