import { sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import type { Audience } from './need.ts'

/** A need as the index lists it: how many software meet it wholly, and in part. */
export type IndexedNeed = {
  readonly slug: string
  readonly service: string
  readonly label: string
  readonly summary: string
  readonly audiences: readonly Audience[]
  readonly full: number
  readonly part: number
  readonly words: readonly string[]
}

/** Every need that is shown, under its service, in the order of the vocabulary. */
export const indexNeeds = async (db: Database): Promise<readonly IndexedNeed[]> =>
  db.execute<IndexedNeed>(sql`
    select n.slug, n.service, n.label, n.summary, n.audiences,
      coalesce(f.full_fits, 0) as full, coalesce(f.part_fits, 0) as part,
      coalesce((select array_agg(w.words order by w.words) from need_words w
        where w.need = n.slug and w.kind = 'synonym'), '{}') as words
    from needs n left join (
      select m.need, (count(*) filter (where m.level = 'full'))::int as full_fits,
        (count(*) filter (where m.level = 'part'))::int as part_fits
      from meets m join software s on s.id = m.software_id
      where s.merged_into is null and s.withdrawn_at is null
      group by m.need
    ) f on f.need = n.slug
    where n.retired_at is null
    order by n.position, n.slug`)
