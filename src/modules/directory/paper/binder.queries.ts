import { sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'

/** A sheet that may go in a binder, under each service of the town hall whose needs it meets. */
export type BinderChoice = {
  readonly slug: string
  readonly name: string
  readonly summary: string | null
  readonly service: string | null
  readonly needs: readonly string[]
}

/** The sheets of the main layer under their services, in the order of the vocabulary; those without a need come last. */
export const binderChoices = async (db: Database): Promise<BinderChoice[]> =>
  db.execute<BinderChoice>(sql`
    select s.slug, s.name, s.summary, n.service, coalesce(array_agg(n.slug) filter (where n.slug is not null), '{}') as needs
    from software s
      left join meets m on m.software_id = s.id
      left join needs n on n.slug = m.need and n.retired_at is null
    where s.merged_into is null and s.withdrawn_at is null and s.layer = 'main' and (n.slug is not null or m.need is null)
    group by s.slug, s.name, s.summary, n.service
    order by min(n.position) nulls last, lower(s.name)`)
