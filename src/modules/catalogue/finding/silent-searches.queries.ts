import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { moment } from '#platform/database/moment.ts'
import { isoDate } from '#ui/french.ts'
import { silentWords } from './silent-words.ts'

/** However many robots come, the table stays one that a person can read. */
const mostKept = 5_000

/**
 * Keeps the words of a search that found nothing, and the day; never who. One that was settled and comes back is open again.
 * Beyond the limit, the rarest and oldest are let go.
 */
export async function recordSilentSearch(db: Database, text: string, now: Date) {
  const words = silentWords(text)
  if (!words) return

  const day = isoDate(now)
  await db.execute(sql`
    insert into silent_searches as s (words, times, first_on, last_on) values (${words}, 1, ${day}::date, ${day}::date)
    on conflict (words) do update
      set times = s.times + 1, last_on = greatest(s.last_on, excluded.last_on), settled_at = null`)
  await db.execute(sql`
    delete from silent_searches where words in
      (select words from silent_searches order by last_on = ${day}::date desc, times desc, last_on desc offset ${mostKept})`)
}

export const silentStates = ['open', 'settled', 'all'] as const
export const silentSorts = ['times', 'last', 'first', 'words'] as const

export type SilentFilter = {
  readonly q: string
  readonly state: (typeof silentStates)[number]
  readonly sort: (typeof silentSorts)[number]
}

export type SilentSearch = {
  readonly words: string
  readonly times: number
  readonly firstOn: string
  readonly lastOn: string
  readonly settledAt: Date | null
}

export const silentPageSize = 50

/** What was searched in vain; all of it without a page. */
export async function listSilentSearches(db: Database, filter: SilentFilter, page?: number) {
  const rows = await db.execute<Omit<SilentSearch, 'settledAt'> & { settledAt: string | null }>(sql`
    select words, times, first_on::text as "firstOn", last_on::text as "lastOn", settled_at as "settledAt"
    from silent_searches where ${matching(filter)} order by ${orders[filter.sort]}, words
    ${page === undefined ? sql`` : sql`limit ${silentPageSize} offset ${(page - 1) * silentPageSize}`}`)
  return rows.map(
    ({ settledAt, ...row }): SilentSearch => ({ ...row, settledAt: settledAt ? new Date(settledAt) : null }),
  )
}

export async function countSilentSearches(db: Database, filter: SilentFilter) {
  const [row] = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from silent_searches where ${matching(filter)}`,
  )
  return row?.count ?? 0
}

/** One of them, by its words. */
export async function findSilentSearch(db: Database, words: string) {
  const [found] = await db.execute<{ words: string; times: number; lastOn: string; isSettled: boolean }>(sql`
    select words, times, last_on::text as "lastOn", settled_at is not null as "isSettled"
    from silent_searches where words = ${words}`)
  return found
}

/** Says that nothing more is to be done about a search, or that something is again; false when it already was so. */
export async function settleSilentSearch(db: Database, words: string, settledAt: Date | null) {
  const rows = await db.execute(sql`
    update silent_searches set settled_at = ${settledAt ? moment(settledAt) : sql`null`}
    where words = ${words} and (settled_at is null) = ${settledAt !== null} returning words`)
  return rows.length > 0
}

const orders: Record<SilentFilter['sort'], SQL> = {
  times: sql`times desc, last_on desc`,
  last: sql`last_on desc, times desc`,
  first: sql`first_on desc, times desc`,
  words: sql`words`,
}

function matching({ q, state }: SilentFilter) {
  const typed = `%${q.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`
  const states: Record<SilentFilter['state'], SQL> = {
    open: sql`settled_at is null`,
    settled: sql`settled_at is not null`,
    all: sql`true`,
  }
  return sql`${states[state]} and words like ${typed}`
}
