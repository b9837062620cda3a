import type { OrganisationKind } from './role.ts'

/** Somebody signed in on behalf of an organisation. */
export type Member = {
  readonly role: OrganisationKind
  readonly userId: string
  readonly name: string
  readonly email: string
  readonly organisation: { readonly id: string; readonly name: string }
}

/** Whoever sends a request: a member of an organisation, a newcomer without one, or the public. */
export type Visitor =
  | { readonly role: 'public' }
  | { readonly role: 'newcomer'; readonly userId: string; readonly name: string; readonly email: string }
  | Member
