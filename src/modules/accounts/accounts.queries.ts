import { asc, count, eq, sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { NotFound } from '#platform/http/refusals.ts'
import type { OrganisationKind } from '#values/role.ts'
import type { Member, Visitor } from '#values/visitor.ts'
import { memberships, rateLimits, sessions, signInAccounts, users, verifications } from './accounts.tables.ts'

/** The tables that better-auth reads and writes, under the names it gives them. */
export const signInTables = {
  user: users,
  session: sessions,
  account: signInAccounts,
  verification: verifications,
  rateLimit: rateLimits,
}

type VisitorRow = {
  user_id: string
  name: string
  email: string
  kind: OrganisationKind | null
  organisation_id: string | null
  organisation_name: string | null
}

/** Who holds a session, in one query: every page asks it. The public when the token is unknown or too old. */
export async function findVisitor(db: Database, token: string): Promise<Visitor> {
  const [row] = await db.execute<VisitorRow>(
    sql`${people} join sessions s on s.user_id = u.id where s.token = ${token} and s.expires_at > now()`,
  )
  return row ? visitorOf(row) : { role: 'public' }
}

/** A person by their address, as they act for their organisation; throws for one that no organisation has welcomed. */
export async function findMember(db: Database, email: string): Promise<Member> {
  const [row] = await db.execute<VisitorRow>(sql`${people} where u.email = ${email}`)
  const visitor = row && visitorOf(row)
  if (!visitor || !('organisation' in visitor))
    throw new NotFound(`Personne n’agit ici avec l’adresse ${email}.`)
  return visitor
}

const people = sql`
  select u.id as user_id, u.name, u.email, o.kind, o.id as organisation_id, o.name as organisation_name
  from users u
  left join memberships m on m.user_id = u.id
  left join organisations o on o.id = m.organisation_id`

function visitorOf({
  user_id: userId,
  name,
  email,
  kind,
  organisation_id,
  organisation_name,
}: VisitorRow): Visitor {
  if (!kind || !organisation_id) return { role: 'newcomer', userId, name, email }
  return {
    role: kind,
    userId,
    name,
    email,
    organisation: { id: organisation_id, name: organisation_name ?? '' },
  }
}

export type MemberRow = { userId: string; name: string; email: string; joinedAt: Date }

/** The people of an organisation, by name. */
export const listMembers = (db: Database, organisationId: string): Promise<MemberRow[]> =>
  db
    .select({ userId: users.id, name: users.name, email: users.email, joinedAt: memberships.joinedAt })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(eq(memberships.organisationId, organisationId))
    .orderBy(asc(users.name))

/** The bodies of the partnership that nobody acts for yet: the association, the network. */
export const emptyBodies = (db: Database) =>
  db.execute<{ id: string; name: string }>(sql`
    select id, name from organisations o
    where kind in ('operator', 'association', 'network')
      and not exists (select from memberships m where m.organisation_id = o.id)
    order by kind, name`)

/** Two first persons welcomed at once: the second waits, then finds the first. */
export const lockMemberships = (db: Database) =>
  db.execute(sql`select pg_advisory_xact_lock(hashtext('accounts.memberships'))`)

/** Whether somebody acts for an organisation yet: until then, the terminal offers the first person's link. */
export async function hasMembers(db: Database) {
  const [row] = await db.select({ n: count() }).from(memberships)
  return (row?.n ?? 0) > 0
}

/** The person who founded, and so acts for the operator: the one who joined first. */
export async function founderEmail(db: Database): Promise<string | undefined> {
  const [first] = await db
    .select({ email: users.email })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .orderBy(asc(memberships.joinedAt), asc(users.id))
    .limit(1)
  return first?.email
}

export async function findUserByEmail(db: Database, email: string) {
  const [user] = await db.select().from(users).where(eq(users.email, email))
  return user
}

/** Adds a person; an address already known gives the person it belongs to. */
export async function addUser(
  db: Database,
  { id, name, email }: { id: string; name: string; email: string },
) {
  await db.insert(users).values({ id, name, email, emailVerified: true }).onConflictDoNothing()
  const user = await findUserByEmail(db, email)
  if (!user) throw new Error('a user just added is not there')
  return user
}

export async function findMembership(db: Database, userId: string) {
  const [membership] = await db.select().from(memberships).where(eq(memberships.userId, userId))
  return membership
}

/** Whether the holder of an address acts for an organisation already. */
export async function actsForSomebody(db: Database, email: string) {
  const user = await findUserByEmail(db, email)
  return user !== undefined && (await findMembership(db, user.id)) !== undefined
}

/** Gives the first person, who came by the terminal's link, their real name and address. */
export const introduceUser = (db: Database, userId: string, name: string, email: string) =>
  db.update(users).set({ name, email, updatedAt: new Date() }).where(eq(users.id, userId))

/** Makes a person act for an organisation, instead of any other before. */
export const joinOrganisation = (db: Database, userId: string, organisationId: string, joinedAt: Date) =>
  db
    .insert(memberships)
    .values({ userId, organisationId, joinedAt })
    .onConflictDoUpdate({ target: memberships.userId, set: { organisationId, joinedAt } })

export const leaveOrganisation = (db: Database, userId: string, organisationId: string) =>
  db.execute(sql`delete from memberships where user_id = ${userId} and organisation_id = ${organisationId}`)
