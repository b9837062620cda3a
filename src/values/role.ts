/** The kinds of body that take part in the partnership, and so in Beffroi. */
export const organisationKinds = ['operator', 'association', 'network', 'company', 'town-hall'] as const
export type OrganisationKind = (typeof organisationKinds)[number]

/**
 * On whose behalf somebody acts: a body of the partnership, the public (not signed in), or a newcomer
 * (signed in, but no organisation has welcomed them yet).
 */
export type Role = OrganisationKind | 'newcomer' | 'public'

export const roles: readonly Role[] = [...organisationKinds, 'newcomer', 'public']
