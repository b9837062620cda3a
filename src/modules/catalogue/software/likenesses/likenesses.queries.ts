import { eq, sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { moment } from '#platform/database/moment.ts'
import type { Doubt } from '../identity.ts'
import { softwareLikenesses } from '../software.tables.ts'

/** How many pairs wait for a person. */
export async function countOpenLikenesses(db: Database) {
  const [row] = await db.execute<{ n: number }>(
    sql`select count(*)::int as n from ${comparable} where l.verdict is null`,
  )
  return row?.n ?? 0
}

// A pair whose one side has been merged elsewhere or withdrawn has nothing left to compare.
const comparable = sql`software_likenesses l
  join software a on a.id = l.one and a.merged_into is null and a.withdrawn_at is null
  join software b on b.id = l.other and b.merged_into is null and b.withdrawn_at is null`

export type ComparedSheet = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly summary: string | null
  readonly website: string | null
  readonly repository: string | null
  readonly licence: string | null
  readonly layer: string
  readonly sources: readonly string[]
}

/** Two sheets side by side, and why one may think that they are one. */
export type ListedLikeness = {
  readonly id: string
  readonly doubt: Doubt | 'said-by-person'
  readonly evidence: string
  readonly one: ComparedSheet
  readonly other: ComparedSheet
  readonly settledAt: Date | null
  readonly settledBy: string | null
}

export const likenessStates = ['open', 'distinct'] as const
export type LikenessState = (typeof likenessStates)[number]

export const likenessPageSize = 20

/** The pairs to compare, or those that a person has said to be distinct; newest first. */
export async function listLikenesses(db: Database, state: LikenessState, page: number) {
  const rows = await db.execute<
    Omit<ListedLikeness, 'settledAt'> & { settledAt: string | null; total: number }
  >(sql`
    select l.id, l.doubt, l.evidence, ${sheet('a')} as one, ${sheet('b')} as other, l.settled_at as "settledAt",
      l.settled_by as "settledBy", count(*) over ()::int as total
    from ${comparable}
    where ${state === 'open' ? sql`l.verdict is null` : sql`l.verdict = 'distinct'`}
    order by coalesce(l.settled_at, l.proposed_at) desc, l.id desc
    limit ${likenessPageSize} offset ${(page - 1) * likenessPageSize}`)
  return {
    total: rows[0]?.total ?? 0,
    likenesses: rows.map(({ total: _total, settledAt, ...row }) => ({
      ...row,
      settledAt: settledAt === null ? null : new Date(settledAt),
    })),
  }
}

const sheet = (alias: 'a' | 'b') => {
  const of = sql.identifier(alias)
  return sql`jsonb_build_object('id', ${of}.id, 'slug', ${of}.slug, 'name', ${of}.name, 'summary', ${of}.summary,
    'website', ${of}.website, 'repository', ${of}.repository, 'licence', ${of}.licence_spdx, 'layer', ${of}.layer,
    'sources', (select coalesce(jsonb_agg(distinct r.source), '[]') from software_records r where r.software_id = ${of}.id))`
}

/** One pair, locked: two editors who answer at once answer in turn. */
export async function lockLikeness(db: Database, id: string) {
  const [found] = await db
    .select()
    .from(softwareLikenesses)
    .where(eq(softwareLikenesses.id, id))
    .for('update')
  return found
}

export const settleLikeness = (
  db: Database,
  id: string,
  settled: { verdict: 'merged' | 'distinct'; by: string; at: Date } | null,
) =>
  db
    .update(softwareLikenesses)
    .set({
      verdict: settled?.verdict ?? null,
      settledBy: settled?.by ?? null,
      settledAt: settled?.at ?? null,
    })
    .where(eq(softwareLikenesses.id, id))

/** The pair of two sheets is open again, once their merge is undone. */
export const reopenLikeness = (db: Database, one: string, other: string) =>
  db.execute(sql`update software_likenesses set verdict = null, settled_at = null, settled_by = null
    where one = least(${one}::uuid, ${other}::uuid) and other = greatest(${one}::uuid, ${other}::uuid)`)

/** What a merge moved: the records, and the sheets that had been merged into the one that goes. */
export type Moved = { readonly records: readonly string[]; readonly followers: readonly string[] }

/** Moves the records of one sheet to another, which becomes its heir and that of those merged into it before. */
export async function mergeSheets(db: Database, from: string, into: string, now: Date): Promise<Moved> {
  const records = await db.execute<{ id: string }>(
    sql`update software_records set software_id = ${into} where software_id = ${from} returning id`,
  )
  await db.execute(sql`delete from software_identifiers where software_id = ${from}`)
  const followers = await db.execute<{ id: string }>(
    sql`update software set merged_into = ${into} where merged_into = ${from} returning id`,
  )
  await db.execute(
    sql`update software set merged_into = ${into}, updated_at = ${moment(now)} where id = ${from}`,
  )
  return { records: records.map(({ id }) => id), followers: followers.map(({ id }) => id) }
}

/** Gives a merged sheet back what its merge moved. */
export async function splitSheets(db: Database, id: string, { records, followers }: Moved, now: Date) {
  await db.execute(sql`update software_records set software_id = ${id} where id in ${among(records)}`)
  await db.execute(sql`update software set merged_into = ${id} where id in ${among(followers)}`)
  await db.execute(sql`update software set merged_into = null, updated_at = ${moment(now)} where id = ${id}`)
}

const among = (ids: readonly string[]) =>
  sql`(select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid)`
