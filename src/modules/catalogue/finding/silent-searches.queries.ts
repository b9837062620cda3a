import { sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { isoDate } from '#ui/french.ts'
import { silentWords } from './silent-words.ts'

/** However many robots come, the table stays one that a person can read. */
const mostKept = 5_000

/** Keeps the words of a search that found nothing, and the day; never who. What would be kept beyond the limit is let go. */
export async function recordSilentSearch(db: Database, text: string, now: Date) {
  const words = silentWords(text)
  if (!words) return

  const day = isoDate(now)
  await db.execute(sql`
    insert into silent_searches as s (words, times, first_on, last_on)
    select ${words}, 1, ${day}::date, ${day}::date
    where (select count(*) from silent_searches) < ${mostKept}
      or exists (select from silent_searches where words = ${words})
    on conflict (words) do update set times = s.times + 1, last_on = greatest(s.last_on, excluded.last_on), settled_at = null`)
}
