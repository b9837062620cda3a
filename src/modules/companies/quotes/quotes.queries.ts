import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { needs } from '#modules/catalogue/index.ts'
import { communes } from '#modules/communes/index.ts'
import type { Database } from '#platform/database/database.ts'
import { newId } from '#platform/ids.ts'
import type { QuoteEventKind } from './quote-event.ts'
import { quoteEvents, quoteGroups, quoteInvitations, quoteRequests } from './quotes.tables.ts'

export type NewRequest = Pick<
  typeof quoteRequests.$inferInsert,
  'id' | 'insee' | 'need' | 'body' | 'digest' | 'answerBy' | 'sentTo' | 'seed' | 'whyOthers' | 'askedAt'
>
export type NewInvitation = Pick<
  typeof quoteInvitations.$inferInsert,
  'provider' | 'name' | 'email' | 'place' | 'mark' | 'draw' | 'chosenBy'
>
export type Invitation = typeof quoteInvitations.$inferSelect
export type QuoteEvent = typeof quoteEvents.$inferSelect

/** Writes a request with those it would go to; the same identifier again changes nothing. Says whether it is new. */
export async function addRequest(db: Database, request: NewRequest, invitations: readonly NewInvitation[]) {
  const added = await db
    .insert(quoteRequests)
    .values(request)
    .onConflictDoNothing()
    .returning({ id: quoteRequests.id })
  if (added.length === 0) return false
  await db
    .insert(quoteInvitations)
    .values(invitations.map((invitation) => ({ ...invitation, requestId: request.id })))
  return true
}

/** A request with its town hall and its need; undefined when there is none. */
export async function findRequest(db: Database, id: string) {
  const [row] = await db
    .select({
      request: quoteRequests,
      commune: communes.name,
      nameType: communes.nameType,
      needLabel: needs.label,
      groupWords: quoteGroups.words,
      groupBy: quoteGroups.proposedBy,
    })
    .from(quoteRequests)
    .innerJoin(communes, eq(communes.insee, quoteRequests.insee))
    .innerJoin(needs, eq(needs.slug, quoteRequests.need))
    .leftJoin(quoteGroups, eq(quoteGroups.id, quoteRequests.groupId))
    .where(eq(quoteRequests.id, id))
  return row && { ...row.request, ...row }
}
export type AskedRequest = NonNullable<Awaited<ReturnType<typeof findRequest>>>

/** Those a request goes to, in the order of the day it was asked. */
export const listInvitations = (db: Database, requestId: string): Promise<Invitation[]> =>
  db
    .select()
    .from(quoteInvitations)
    .where(eq(quoteInvitations.requestId, requestId))
    .orderBy(asc(quoteInvitations.place))

/** The log of equal treatment, oldest first. */
export const listEvents = (db: Database, requestId: string): Promise<QuoteEvent[]> =>
  db
    .select()
    .from(quoteEvents)
    .where(eq(quoteEvents.requestId, requestId))
    .orderBy(asc(quoteEvents.at), asc(quoteEvents.id))

type Happening = {
  readonly requestId: string
  readonly at: Date
  readonly kind: QuoteEventKind
  readonly provider?: string
  readonly words?: string
}

export const addEvent = (db: Database, happening: Happening) =>
  db.insert(quoteEvents).values({ id: newId(), ...happening })

/** Confirms a request once; false when it was already, or is closed. */
export async function markConfirmed(db: Database, id: string, at: Date) {
  const confirmed = await db
    .update(quoteRequests)
    .set({ confirmedAt: at })
    .where(and(eq(quoteRequests.id, id), isNull(quoteRequests.confirmedAt), isNull(quoteRequests.closedAt)))
    .returning({ id: quoteRequests.id })
  return confirmed.length > 0
}

const one = (requestId: string, provider: string) =>
  and(eq(quoteInvitations.requestId, requestId), eq(quoteInvitations.provider, provider))

/**
 * Holds one who is asked while the request leaves to it: two runs at once never send twice. False when it was sent, is being
 * sent, or could not be. The hold ends with the transaction, and with the process if it dies.
 */
export async function holdUnsent(db: Database, requestId: string, provider: string) {
  const held = await db
    .select({ provider: quoteInvitations.provider })
    .from(quoteInvitations)
    .where(and(one(requestId, provider), isNull(quoteInvitations.sentAt), isNull(quoteInvitations.notSent)))
    .for('update', { skipLocked: true })
  return held.length > 0
}

export const markSent = (db: Database, requestId: string, provider: string, at: Date) =>
  db.update(quoteInvitations).set({ sentAt: at }).where(one(requestId, provider))

export const markNotSent = (db: Database, requestId: string, provider: string, why: string) =>
  db.update(quoteInvitations).set({ notSent: why }).where(one(requestId, provider))

type Answer = Pick<Invitation, 'answer' | 'words' | 'price' | 'answeredAt'>

/** Writes an answer; before the date a new one replaces it. */
export const saveAnswer = (db: Database, requestId: string, provider: string, answer: Answer) =>
  db.update(quoteInvitations).set(answer).where(one(requestId, provider))

type Closing = {
  readonly outcome: 'chosen' | 'none'
  readonly provider?: string
  readonly why: string
  readonly at: Date
}

/** Closes a request once; false when it was already. */
export async function closeRequest(db: Database, id: string, { outcome, provider, why, at }: Closing) {
  const closed = await db
    .update(quoteRequests)
    .set({ closedAt: at, outcome, whyClosed: why })
    .where(and(eq(quoteRequests.id, id), isNull(quoteRequests.closedAt)))
    .returning({ id: quoteRequests.id })
  if (closed.length > 0 && provider)
    await db.update(quoteInvitations).set({ isChosen: true }).where(one(id, provider))
  return closed.length > 0
}

/** How many requests were prepared for a town hall since a moment and never confirmed. */
export async function countUnconfirmed(db: Database, insee: string, since: Date) {
  const [row] = await db
    .select({ n: sql<number>`count(*)::int` })
    .from(quoteRequests)
    .where(
      and(
        eq(quoteRequests.insee, insee),
        isNull(quoteRequests.confirmedAt),
        sql`${quoteRequests.askedAt} >= ${since.toISOString()}::timestamptz`,
      ),
    )
  return row?.n ?? 0
}

/** Claims the requests whose date has passed and whose town hall is not told yet: each is told once. */
export const claimToTell = (db: Database, today: string, at: Date) =>
  db.execute<{ id: string }>(sql`
    update quote_requests set told_at = ${at.toISOString()}::timestamptz
    where confirmed_at is not null and closed_at is null and told_at is null and answer_by < ${today}::date
    returning id`)

/** Empties what is a year past its date: the text, the answers, the address. Who was asked and who answered stay. */
export async function forgetRequests(db: Database, today: string, months: number, at: Date) {
  const old = await db.execute<{ id: string }>(sql`
    update quote_requests set body = '', sent_to = '', why_others = null, why_closed = null,
      forgotten_at = ${at.toISOString()}::timestamptz
    where forgotten_at is null and answer_by < ${today}::date - make_interval(months => ${months}) returning id`)
  const ids = old.map(({ id }) => id)
  if (ids.length === 0) return 0
  await db
    .update(quoteInvitations)
    .set({
      words: null,
      price: null,
      email: null,
      notSent: sql`case when not_sent is null then null else '' end`,
    })
    .where(inArray(quoteInvitations.requestId, ids))
  await db.update(quoteEvents).set({ words: null }).where(inArray(quoteEvents.requestId, ids))
  return ids.length
}

/** Where these providers receive requests: a company's own address, an organisation's. */
export function listProviderEmails(db: Database, keys: readonly string[]) {
  return db.execute<{ provider: string; email: string }>(sql`
    select k.provider, k.email from (
      select 'company:' || id as provider, email from companies where withdrawn_at is null
      union all select 'organisation:' || id, email from organisations) k
    where k.email <> '' and k.provider in (select jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb))`)
}

/** The requests that a company was sent, newest first. */
export const listRequestsTo = (db: Database, provider: string) =>
  db
    .select({
      id: quoteRequests.id,
      commune: communes.name,
      need: needs.label,
      answerBy: quoteRequests.answerBy,
      closedAt: quoteRequests.closedAt,
      confirmedAt: quoteRequests.confirmedAt,
      sentAt: quoteInvitations.sentAt,
      answer: quoteInvitations.answer,
      answeredAt: quoteInvitations.answeredAt,
      isChosen: quoteInvitations.isChosen,
    })
    .from(quoteInvitations)
    .innerJoin(quoteRequests, eq(quoteRequests.id, quoteInvitations.requestId))
    .innerJoin(communes, eq(communes.insee, quoteRequests.insee))
    .innerJoin(needs, eq(needs.slug, quoteRequests.need))
    .where(and(eq(quoteInvitations.provider, provider), sql`${quoteInvitations.sentAt} is not null`))
    .orderBy(sql`${quoteInvitations.sentAt} desc`)
    .limit(200)
export type RequestTo = Awaited<ReturnType<typeof listRequestsTo>>[number]
