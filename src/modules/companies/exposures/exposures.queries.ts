import { sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { type Exposure, exposureKey } from './exposure.ts'

/** Adds counts to the ledger in one statement; in the order of their key, so that two processes never wait for each other. */
export async function addToExposures(db: Database, exposures: readonly Exposure[]) {
  const ordered = [...exposures].sort((a, b) => (exposureKey(a) < exposureKey(b) ? -1 : 1))
  await db.execute(sql`
    insert into exposures as e (day, provider, place, about, shown, shown_first, shown_leading, fair_first, fair_leading)
    select day, provider, place, about, shown, first, "leading", "fairFirst", "fairLeading"
    from jsonb_to_recordset(${JSON.stringify(ordered)}::jsonb) as r (day date, provider text, place text, about text,
      shown integer, first integer, "leading" integer, "fairFirst" double precision, "fairLeading" double precision)
    on conflict (day, provider, place, about) do update set shown = e.shown + excluded.shown,
      shown_first = e.shown_first + excluded.shown_first, shown_leading = e.shown_leading + excluded.shown_leading,
      fair_first = e.fair_first + excluded.fair_first, fair_leading = e.fair_leading + excluded.fair_leading`)
}
