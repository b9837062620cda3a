import { sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { moment } from '#platform/database/moment.ts'
import type { FitState, NeedEdit, WordState } from './need-edit.ts'

export type NeedWord = WordState & { readonly words: string; readonly addedAt: Date }
export type NeedFit = FitState & { readonly slug: string; readonly name: string; readonly statedAt: Date }

/** The words that lead to a need, an editor's first. */
export async function wordsOfNeed(db: Database, need: string): Promise<NeedWord[]> {
  const rows = await db.execute<WordState & { words: string; addedAt: string }>(sql`
    select words, kind, source, added_at as "addedAt" from need_words where need = ${need}
    order by kind desc, words`)
  return rows.map(({ addedAt, ...word }) => ({ ...word, addedAt: new Date(addedAt) }))
}

/** The software said to meet a need, withdrawn ones included: an editor sees them all. */
export async function fitsOfNeed(db: Database, need: string): Promise<NeedFit[]> {
  const rows = await db.execute<FitState & { slug: string; name: string; statedAt: string }>(sql`
    select s.slug, s.name, m.level, m.missing, m.source, m.stated_at as "statedAt"
    from meets m join software s on s.id = m.software_id
    where m.need = ${need} and s.merged_into is null order by m.level, lower(s.name)`)
  return rows.map(({ statedAt, ...fit }) => ({ ...fit, statedAt: new Date(statedAt) }))
}

/** What editors did to a need, latest first. */
export async function editsOfNeed(db: Database, need: string): Promise<NeedEdit[]> {
  const rows = await db.execute<
    Omit<NeedEdit, 'at' | 'undoneAt'> & { at: string; undoneAt: string | null }
  >(sql`
    select id, need, kind, subject, before, after, edited_by as by, edited_at as at, undone_at as "undoneAt",
      undone_by as "undoneBy"
    from need_edits where need = ${need} order by edited_at desc, id desc`)
  return rows.map(({ at, undoneAt, ...edit }) => ({
    ...edit,
    at: new Date(at),
    undoneAt: undoneAt ? new Date(undoneAt) : null,
  }))
}

export const saveEdit = (
  db: Database,
  { id, need, kind, subject, before, after, by, at }: Omit<NeedEdit, 'undoneAt' | 'undoneBy'>,
) =>
  db.execute(sql`
    insert into need_edits (id, need, kind, subject, before, after, edited_by, edited_at)
    values (${id}, ${need}, ${kind}, ${subject}, ${json(before)}::jsonb, ${json(after)}::jsonb, ${by}, ${moment(at)})`)

export const markUndone = (db: Database, id: string, by: string, at: Date) =>
  db.execute(sql`update need_edits set undone_at = ${moment(at)}, undone_by = ${by} where id = ${id}`)

/** Adds words; false when they were there. */
export async function insertWords(db: Database, need: string, words: string, word: WordState, at: Date) {
  const rows = await db.execute(sql`
    insert into need_words (need, words, kind, source, added_at)
    values (${need}, ${words}, ${word.kind}, ${word.source}, ${moment(at)}) on conflict do nothing returning words`)
  return rows.length > 0
}

/** Takes words away; how they were, or nothing when they were not there. */
export async function deleteWords(db: Database, need: string, words: string) {
  const [row] = await db.execute<WordState>(
    sql`delete from need_words where need = ${need} and words = ${words} returning kind, source`,
  )
  return row
}

/** A sheet by its slug or its exact name, as an editor types it. */
export async function softwareNamed(db: Database, typed: string) {
  const [row] = await db.execute<{ id: string; slug: string }>(sql`
    select id, slug from software
    where merged_into is null and withdrawn_at is null and (slug = ${typed} or lower(name) = lower(${typed}))
    order by slug = ${typed} desc limit 1`)
  return row
}

/** The names of every sheet that an editor may tie to a need. */
export async function softwareNames(db: Database) {
  const rows = await db.execute<{ name: string }>(
    sql`select distinct name from software where merged_into is null and withdrawn_at is null order by name`,
  )
  return rows.map(({ name }) => name)
}

export async function fitOf(db: Database, need: string, software: string): Promise<FitState | undefined> {
  const [row] = await db.execute<FitState>(sql`
    select m.level, m.missing, m.source from meets m join software s on s.id = m.software_id
    where m.need = ${need} and s.slug = ${software}`)
  return row
}

export const upsertFit = (db: Database, need: string, software: string, fit: FitState, at: Date) =>
  db.execute(sql`
    insert into meets (software_id, need, level, missing, source, stated_at)
    select id, ${need}, ${fit.level}, ${fit.missing}, ${fit.source}, ${moment(at)} from software where slug = ${software}
    on conflict (software_id, need) do update
      set level = excluded.level, missing = excluded.missing, source = excluded.source, stated_at = excluded.stated_at`)

export const deleteFit = (db: Database, need: string, software: string) =>
  db.execute(sql`delete from meets where need = ${need}
    and software_id = (select id from software where slug = ${software})`)

/** Retires a need or brings it back; false when it already was so. */
export async function setRetired(db: Database, need: string, at: Date | null) {
  const rows = await db.execute(sql`
    update needs set retired_at = ${at ? moment(at) : sql`null`}
    where slug = ${need} and (retired_at is null) = ${at !== null} returning slug`)
  return rows.length > 0
}

/** One editor at a time on a need. */
export const holdNeed = (db: Database, need: string) =>
  db.execute(sql`select slug from needs where slug = ${need} for update`)

const json = (value: unknown) => (value === null ? null : JSON.stringify(value))
