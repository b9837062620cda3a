import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { moment } from '#platform/database/moment.ts'
import { isId } from '#platform/ids.ts'

/** What somebody says of a company that is not in the census, kept until its mailbox has answered. */
export type Registration = {
  readonly name: string
  readonly website: string | null
  readonly postalAddress: string | null
}

/** Somebody's word that they act for a company, and what came of it. */
export type Claim = {
  readonly id: string
  readonly companyId: string | null
  readonly company: string
  readonly companySiren: string | null
  readonly registration: Registration | null
  readonly siren: string
  readonly personName: string
  readonly email: string
  readonly way: 'mailbox' | 'by-hand'
  readonly evidence: string | null
  readonly state: 'asked' | 'accepted' | 'refused' | 'undone'
  readonly askedAt: Date
  readonly settledAt: Date | null
  readonly settledBy: string | null
  readonly reason: string | null
  readonly userId: string | null
  readonly organisationId: string | null
}

type NewClaim = Pick<
  Claim,
  'id' | 'companyId' | 'registration' | 'siren' | 'personName' | 'email' | 'way' | 'evidence'
>

/** Keeps a claim; false when its form was posted before. */
export async function addClaim(db: Database, claim: NewClaim, at: Date) {
  const registration = claim.registration ? JSON.stringify(claim.registration) : null
  const added = await db.execute(sql`
    insert into company_claims (id, company_id, registration, siren, person_name, email, way, evidence, state, asked_at)
    values (${claim.id}, ${claim.companyId}, ${registration}::jsonb, ${claim.siren}, ${claim.personName}, ${claim.email},
      ${claim.way}, ${claim.evidence}, 'asked', ${moment(at)})
    on conflict do nothing returning id`)
  return added.length > 0
}

/** How many claims came since a moment: about one company or number, and in all. */
export async function countClaimsSince(
  db: Database,
  { companyId, siren }: { readonly companyId: string | null; readonly siren: string },
  since: Date,
) {
  const [row] = await db.execute<{ alike: number; all: number }>(sql`
    select (count(*) filter (where company_id = ${companyId} or siren = ${siren}))::int as alike, count(*)::int as all
    from company_claims where asked_at > ${moment(since)}`)
  return row ?? { alike: 0, all: 0 }
}

/** A claim, held until the end of the transaction; undefined when there is none. */
export async function lockClaim(db: Database, id: string): Promise<Claim | undefined> {
  if (!isId(id)) return undefined
  await db.execute(sql`select from company_claims where id = ${id} for update`)
  return findClaim(db, id)
}

export async function findClaim(db: Database, id: string): Promise<Claim | undefined> {
  if (!isId(id)) return undefined
  const [claim] = await find(db, sql`k.id = ${id}`)
  return claim
}

/** The claims that a person is to decide, oldest first. */
export const claimsToDecide = (db: Database) =>
  find(db, sql`k.state = 'asked' and k.way = 'by-hand' order by k.asked_at`)

/** The claims settled lately, newest first. */
export const settledClaims = (db: Database) =>
  find(db, sql`k.state <> 'asked' order by k.settled_at desc limit 100`)

/** The claims of one company, newest first. */
export const claimsOf = (db: Database, companyId: string) =>
  find(db, sql`k.company_id = ${companyId} order by k.asked_at desc limit 50`)

async function find(db: Database, condition: SQL): Promise<Claim[]> {
  const rows = await db.execute<
    Omit<Claim, 'askedAt' | 'settledAt'> & { askedAt: string; settledAt: string | null }
  >(
    sql`
    select k.id, k.company_id as "companyId", coalesce(c.name, k.registration->>'name') as company,
      c.siren as "companySiren", k.registration, k.siren, k.person_name as "personName", k.email, k.way, k.evidence, k.state,
      k.asked_at as "askedAt", k.settled_at as "settledAt", k.settled_by as "settledBy", k.reason,
      k.user_id as "userId", k.organisation_id as "organisationId"
    from company_claims k left join companies c on c.id = k.company_id where ${condition}`,
  )
  return rows.map((row) => ({
    ...row,
    askedAt: new Date(row.askedAt),
    settledAt: row.settledAt === null ? null : new Date(row.settledAt),
  }))
}

type Opened = {
  readonly companyId: string
  readonly organisationId: string
  readonly userId: string
  readonly by: string
  readonly at: Date
}

/** Says that a claim has let somebody in. */
export const markAccepted = (
  db: Database,
  id: string,
  { companyId, organisationId, userId, by, at }: Opened,
) =>
  db.execute(sql`
    update company_claims set state = 'accepted', company_id = ${companyId}, organisation_id = ${organisationId},
      user_id = ${userId}, settled_by = ${by}, settled_at = ${moment(at)}, reason = null where id = ${id}`)

type Settled = {
  readonly state: 'refused' | 'undone'
  readonly reason: string
  readonly by: string
  readonly at: Date
}

export const markSettled = (db: Database, id: string, { state, reason, by, at }: Settled) =>
  db.execute(sql`
    update company_claims set state = ${state}, reason = ${reason}, settled_by = ${by}, settled_at = ${moment(at)}
    where id = ${id}`)

/** A refusal taken back: the claim waits again for a decision. */
export const markAsked = (db: Database, id: string) =>
  db.execute(sql`
    update company_claims set state = 'asked', reason = null, settled_by = null, settled_at = null where id = ${id}`)
