import { sql } from 'drizzle-orm'
import { communes } from '#modules/communes/index.ts'
import { journalEntries, type Reach } from '#modules/journal/index.ts'
import { perimeterCommunes } from '#modules/programme/index.ts'
import type { Database } from '#platform/database/database.ts'
import type { ReachedStep } from './territory-filters.ts'

/** How many communes of the perimeter ever came to each step. The territory's `reached` filter lists these very rows. */
export async function countReached(db: Database): Promise<Record<ReachedStep, number>> {
  const [row] = await db.execute<Record<ReachedStep, number>>(sql`
    select ${reached('written')} as written, ${reached('in-contact')} as "in-contact",
      ${reached('accompanied')} as accompanied, ${reached('autonomous')} as autonomous
    from ${perimeterCommunes} pc
    join ${communes} c on c.insee = pc.insee and c.ended_on is null
    join ${journalEntries} j on j.insee = pc.insee and j.reaches is not null`)
  return row ?? { written: 0, 'in-contact': 0, accompanied: 0, autonomous: 0 }
}

const reached = (step: ReachedStep) => sql`(count(distinct j.insee) filter (where j.reaches = ${step}))::int`

/** A recent fact, with the commune it is about. */
export type RecentFact = {
  readonly insee: string
  readonly commune: string
  readonly at: Date
  readonly sentence: string
  readonly actor: string | null
  readonly reaches: Reach | null
}

/** The latest facts since a moment, newest first. */
export async function listRecentFacts(db: Database, since: Date, limit: number): Promise<RecentFact[]> {
  const rows = await db.execute<Omit<RecentFact, 'at'> & { at: string }>(sql`
    select j.insee, c.name as commune, j.at, j.sentence, j.actor, j.reaches
    from ${journalEntries} j join ${communes} c on c.insee = j.insee
    where j.at >= ${since.toISOString()} order by j.at desc, j.id desc limit ${limit}`)
  return rows.map((row) => ({ ...row, at: new Date(row.at) }))
}

/** How many facts each day since a moment had, days without any included, oldest first. */
export const countFactsPerDay = (db: Database, since: Date, until: Date) =>
  db.execute<{ day: string; facts: number }>(sql`
    select to_char(days.day, 'YYYY-MM-DD') as day, count(j.id)::int as facts
    from generate_series(${since.toISOString()}::timestamptz::date, ${until.toISOString()}::timestamptz::date, interval '1 day') days(day)
    left join ${journalEntries} j on j.at >= days.day and j.at < days.day + interval '1 day'
    group by days.day order by days.day`)
