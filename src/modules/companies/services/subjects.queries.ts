import { sql } from 'drizzle-orm'
import { listNeeds, slugOf } from '#modules/catalogue/index.ts'
import type { Database } from '#platform/database/database.ts'

/** What can be chosen as the subject of a service: the needs under their service, and the names of the software. */
export async function choosableSubjects(db: Database) {
  const [needs, software] = await Promise.all([
    listNeeds(db),
    db.execute<{ name: string }>(
      sql`select name from software where merged_into is null and withdrawn_at is null order by name`,
    ),
  ])
  return {
    needs: needs.map(({ slug, service, label }) => ({ value: slug, label: `${service} : ${label}` })),
    software: software.map(({ name }) => name),
  }
}

export type ChoosableSubjects = Awaited<ReturnType<typeof choosableSubjects>>

/** The software that a person names, as it is written on its sheet; one that was merged gives its heir. */
export async function softwareNamed(db: Database, typed: string) {
  const [row] = await db.execute<{ id: string; name: string }>(sql`
    select coalesce(heir.id, s.id) as id, coalesce(heir.name, s.name) as name
    from software s left join software heir on heir.id = s.merged_into
    where (lower(s.name) = lower(${typed.trim()}) or s.slug = ${slugOf(typed)})
      and coalesce(heir.withdrawn_at, s.withdrawn_at) is null
    order by s.merged_into is not null limit 1`)
  return row
}

/** Whether a need of this name is shown. */
export async function needIsKnown(db: Database, slug: string) {
  const found = await db.execute(sql`select from needs where slug = ${slug} and retired_at is null`)
  return found.length > 0
}
