import { sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { newId } from '#platform/ids.ts'
import type { QuoteState } from './quote.ts'

export type QuoteFilter = {
  readonly q: string
  readonly need?: string
  readonly state?: QuoteState
  readonly today: string
}

/** A request as the operator and the association see it: who asks for what, and where it stands; never the answers. */
export type ListedQuote = {
  readonly id: string
  readonly commune: string
  readonly insee: string
  readonly need: string
  readonly needLabel: string
  readonly state: QuoteState
  readonly askedAt: Date
  readonly answerBy: string
  readonly asked: number
  readonly answered: number
  readonly outcome: 'chosen' | 'none' | null
  readonly groupAnswer: 'yes' | 'no' | null
  readonly isGrouped: boolean
}

export const quotePageSize = 30

const rows = ({ q, need, state, today }: QuoteFilter) => sql`
  with listed as (
    select r.id, c.name as commune, r.insee, r.need, n.label as "needLabel", r.asked_at as "askedAt",
      r.answer_by::text as "answerBy", r.outcome, r.group_answer as "groupAnswer", r.group_id is not null as "isGrouped",
      case when r.closed_at is not null then 'closed'
        when r.confirmed_at is null then case when ${today}::date > r.answer_by then 'lapsed' else 'waiting' end
        when ${today}::date > r.answer_by then 'to-read' else 'open' end as state,
      (select count(*)::int from quote_invitations i where i.request_id = r.id and i.sent_at is not null) as asked,
      (select count(*)::int from quote_invitations i where i.request_id = r.id and i.answered_at is not null) as answered
    from quote_requests r join communes c on c.insee = r.insee join needs n on n.slug = r.need),
  kept as (
    select * from listed where (position(lower(${q}) in lower(commune)) > 0 or insee = ${q})
      ${need ? sql`and need = ${need}` : sql``} ${state ? sql`and state = ${state}` : sql``})`

/** The requests, newest first; all of them without a page. */
export async function listQuotes(db: Database, filter: QuoteFilter, page?: number): Promise<ListedQuote[]> {
  const paging = page ? sql`limit ${quotePageSize} offset ${(page - 1) * quotePageSize}` : sql``
  const found = await db.execute<Omit<ListedQuote, 'askedAt'> & { askedAt: string }>(
    sql`${rows(filter)} select * from kept order by "askedAt" desc, id ${paging}`,
  )
  return found.map((row) => ({ ...row, askedAt: new Date(row.askedAt) }))
}

export async function countQuotes(db: Database, filter: QuoteFilter) {
  const [row] = await db.execute<{ n: number }>(sql`${rows(filter)} select count(*)::int as n from kept`)
  return row?.n ?? 0
}

/** The same need asked by several town halls whose requests are going on: what may be asked together. */
export const listSameNeeds = (db: Database, today: string) =>
  db.execute<{ need: string; label: string; requests: number; communes: string[] }>(sql`
    select r.need, n.label, count(*)::int as requests, array_agg(c.name order by c.search_name) as communes
    from quote_requests r join needs n on n.slug = r.need join communes c on c.insee = r.insee
    where r.closed_at is null and r.group_id is null and r.answer_by >= ${today}::date
    group by r.need, n.label having count(distinct r.insee) > 1 order by count(*) desc, n.label`)
export type SameNeed = Awaited<ReturnType<typeof listSameNeeds>>[number]

type Proposal = {
  readonly id: string
  readonly need: string
  readonly words: string
  readonly by: string
  readonly at: Date
}

/** Writes a proposal and ties to it the going requests for its need; gives them. Posted twice it ties nothing more. */
export async function proposeGroup(db: Database, { id, need, words, by, at }: Proposal, today: string) {
  const added = await db.execute<{ id: string }>(sql`
    insert into quote_groups (id, need, words, proposed_by, proposed_at)
    values (${id}, ${need}, ${words}, ${by}, ${at.toISOString()}::timestamptz) on conflict do nothing returning id`)
  if (added.length === 0) return []
  const tied = await db.execute<{ id: string }>(sql`
    update quote_requests set group_id = ${id}
    where need = ${need} and closed_at is null and group_id is null and answer_by >= ${today}::date returning id`)
  for (const request of tied)
    await db.execute(sql`insert into quote_events (id, request_id, at, kind, words)
      values (${newId()}, ${request.id}, ${at.toISOString()}::timestamptz, 'grouping-proposed', ${by})`)
  return tied.map((request) => request.id)
}

/** The word of a town hall on a proposal, given once. */
export async function answerGroup(db: Database, requestId: string, answer: 'yes' | 'no', at: Date) {
  const answered = await db.execute(sql`
    update quote_requests set group_answer = ${answer}
    where id = ${requestId} and group_id is not null and group_answer is null returning id`)
  if (answered.length > 0)
    await db.execute(sql`insert into quote_events (id, request_id, at, kind, words)
      values (${newId()}, ${requestId}, ${at.toISOString()}::timestamptz, 'grouping-answered', ${answer === 'yes' ? 'oui' : 'non'})`)
}
