import type { Database } from '#platform/database/database.ts'
import type { Member } from '#values/visitor.ts'
import { release, reopen, type Standing, settle, take } from './contact.ts'
import { lockContact, saveStanding, standingOf } from './contacts.queries.ts'

/** « Je m’en occupe. » */
export const takeContact = (db: Database, id: string, member: Member, at = new Date()) =>
  follow(db, id, member, (standing) => take(standing, { by: member.name, at }))

/** Puts a contact back among those to take. */
export const releaseContact = (db: Database, id: string, member: Member) => follow(db, id, member, release)

/** Settles a contact with the sentence that says how. */
export const settleContact = (
  db: Database,
  id: string,
  member: Member,
  settlement: string,
  at = new Date(),
) => follow(db, id, member, (standing) => settle(standing, { by: member.name, at, settlement }))

/** Takes up again a contact settled too soon. */
export const reopenContact = (db: Database, id: string, member: Member, at = new Date()) =>
  follow(db, id, member, (standing) => reopen(standing, { by: member.name, at }))

type Verdict<Reason extends string> =
  | { readonly ok: true; readonly value: Standing }
  | { readonly ok: false; readonly reason: Reason }

/** The contact is one of the member's organisation, or it is not found. */
function follow<Reason extends string>(
  db: Database,
  id: string,
  member: Member,
  rule: (standing: Standing) => Verdict<Reason>,
) {
  return db.transaction(async (tx) => {
    const decision = rule(standingOf(await lockContact(tx, id, member)))
    if (decision.ok) await saveStanding(tx, id, decision.value)
    return decision
  })
}
