import { sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { moment } from '#platform/database/moment.ts'
import { vocabularySource } from './vocabulary.ts'

/** That a software, by its slug, meets a need, as the vocabulary says it. */
export type WrittenFit = {
  readonly need: string
  readonly software: string
  readonly level: 'full' | 'part'
  readonly missing: string | null
}

/**
 * Writes what the vocabulary says and takes back what it no longer says. Where an editor has spoken of a software and a need,
 * the editor's word holds. A software merged into another speaks for its heir.
 */
export async function saveWrittenFits(db: Database, fits: readonly WrittenFit[], now: Date) {
  await db.execute(sql`
    with written as (
      select distinct on (coalesce(s.merged_into, s.id), w.need)
        coalesce(s.merged_into, s.id) as software_id, w.need, w.level, w.missing
      from jsonb_to_recordset(${JSON.stringify(fits)}::jsonb) as w (need text, software text, level text, missing text)
        join software s on s.slug = w.software
      where not exists (select from need_edits e where e.need = w.need and e.subject = w.software
        and e.kind in ('fit-set', 'fit-removed') and e.undone_at is null)
      order by coalesce(s.merged_into, s.id), w.need, w.level
    ), taken_back as (
      delete from meets m where source = ${vocabularySource}
        and not exists (select from written w where w.software_id = m.software_id and w.need = m.need)
    )
    insert into meets as m (software_id, need, level, missing, source, stated_at)
    select software_id, need, level, missing, ${vocabularySource}, ${moment(now)} from written
    on conflict (software_id, need) do update
      set level = excluded.level, missing = excluded.missing, stated_at = excluded.stated_at
      where m.source = ${vocabularySource} and (m.level, m.missing) is distinct from (excluded.level, excluded.missing)`)
}

/** Changes whenever a sheet comes, goes or is merged into another. */
export async function sheetsKnown(db: Database) {
  const [row] = await db.execute<{ version: string }>(
    sql`select md5(coalesce(string_agg(concat(slug, ' ', merged_into), ',' order by slug), '')) as version from software`,
  )
  return row?.version ?? ''
}

/** What the fits of this database were last written from. */
export async function loadedFits(db: Database) {
  const [row] = await db.execute<{ version: string | null }>(
    sql`select fits_version as version from vocabulary_loads`,
  )
  return row?.version
}

export const saveLoadedFits = (db: Database, version: string) =>
  db.execute(sql`update vocabulary_loads set fits_version = ${version}`)
