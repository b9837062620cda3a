import { findOrganisation } from '#modules/organisations/index.ts'
import type { Database } from '#platform/database/database.ts'
import { newId } from '#platform/ids.ts'
import { accept, refuse } from '#values/decision.ts'
import {
  addUser,
  findMembership,
  joinOrganisation,
  listMembers,
  lockMemberships,
} from './accounts.queries.ts'

type Newcomer = { readonly name: string; readonly email: string; readonly organisationId: string }

export type WelcomeRefusal = 'already-elsewhere' | 'has-members'

/** Lets the first person of a body in; refuses once somebody acts for it, who then welcomes the others. */
export function welcomeFirstMember(db: Database, newcomer: Newcomer, now = new Date()) {
  return db.transaction(async (tx) => {
    const { id } = await findOrganisation(tx, newcomer.organisationId)
    await lockMemberships(tx)
    const [somebody] = await listMembers(tx, id)
    if (somebody && somebody.email !== newcomer.email) return refuse<WelcomeRefusal>('has-members')

    return welcomeMember(tx, newcomer, now)
  })
}

/** Lets a person act for an organisation; refuses one who already acts for another. Twice has one effect. */
export function welcomeMember(db: Database, { name, email, organisationId }: Newcomer, now = new Date()) {
  return db.transaction(async (tx) => {
    const user = await addUser(tx, { id: newId(), name, email })
    const membership = await findMembership(tx, user.id)
    if (membership && membership.organisationId !== organisationId)
      return refuse<WelcomeRefusal>('already-elsewhere')

    if (!membership) await joinOrganisation(tx, user.id, organisationId, now)
    return accept(user.id)
  })
}
