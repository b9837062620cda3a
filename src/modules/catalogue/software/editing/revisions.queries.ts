import { desc, eq, sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { newId } from '#platform/ids.ts'
import type { SaidOnce } from '../../licences/licence-story.ts'
import { software, softwareRecords, softwareRevisions } from '../software.tables.ts'
import type { Revised, RevisionKind } from './revision.ts'

export type Revision = typeof softwareRevisions.$inferSelect

/** The acts of people on a sheet, newest first. */
export const listRevisions = (db: Database, softwareId: string) =>
  db
    .select()
    .from(softwareRevisions)
    .where(eq(softwareRevisions.softwareId, softwareId))
    .orderBy(desc(softwareRevisions.at), desc(softwareRevisions.id))

export async function findRevision(db: Database, id: string): Promise<Revision | undefined> {
  const [found] = await db.select().from(softwareRevisions).where(eq(softwareRevisions.id, id))
  return found
}

/** The last act on a sheet: what an editor saw when the form was opened. */
export async function lastRevision(db: Database, softwareId: string): Promise<Revision | undefined> {
  const [last] = await db
    .select()
    .from(softwareRevisions)
    .where(eq(softwareRevisions.softwareId, softwareId))
    .orderBy(desc(softwareRevisions.at), desc(softwareRevisions.id))
    .limit(1)
  return last
}

type NewRevision = {
  readonly softwareId: string
  readonly at: Date
  readonly by: string
  readonly kind: RevisionKind
  readonly before: Revised
  readonly after: Revised
  readonly undoes?: string
}

export async function insertRevision(db: Database, revision: NewRevision) {
  const id = newId()
  await db.insert(softwareRevisions).values({ id, ...revision })
  return id
}

/** A sheet, locked until the end of the transaction: two editors save in turn. */
export async function lockSheet(db: Database, slug: string) {
  const [found] = await db.select().from(software).where(eq(software.slug, slug)).for('update')
  return found
}

export const lockSheets = (db: Database, ids: readonly string[]) =>
  db.execute(sql`select id from software where id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid)
    order by id for update`)

export const setWithdrawn = (db: Database, id: string, reason: string | null, at: Date) =>
  db
    .update(software)
    .set({ withdrawnAt: reason === null ? null : at, withdrawnReason: reason, updatedAt: at })
    .where(eq(software.id, id))

export const deleteRecord = (db: Database, id: string) =>
  db.execute(sql`with gone as (delete from software_licences where record_id = ${id})
    delete from software_records where id = ${id}`)

export type RecordShown = {
  readonly id: string
  readonly source: string
  readonly externalId: string
  readonly sourceDate: string | null
  readonly readAt: Date
}

/** What the records of a sheet are, without what they say. */
export const listRecordsShown = (db: Database, softwareId: string): Promise<RecordShown[]> =>
  db
    .select({
      id: softwareRecords.id,
      source: softwareRecords.source,
      externalId: softwareRecords.externalId,
      sourceDate: softwareRecords.sourceDate,
      readAt: softwareRecords.readAt,
    })
    .from(softwareRecords)
    .where(eq(softwareRecords.softwareId, softwareId))

/** What each source has said of the licence of a sheet, in turn. */
export async function licenceStory(db: Database, softwareId: string): Promise<SaidOnce[]> {
  const rows = await db.execute<Omit<SaidOnce, 'at'> & { at: string }>(sql`
    select r.source, l.licence_raw as "licenceRaw", l.spdx, l.is_free as "isFree",
      coalesce(l.said_on::timestamptz, l.read_at) as at
    from software_licences l join software_records r on r.id = l.record_id
    where r.software_id = ${softwareId} order by 5, r.source`)
  return rows.map((row) => ({ ...row, at: new Date(row.at) }))
}

/** The names of the shown sheets whose licence somebody should look at: unknown, not understood, not free. */
export async function listLicencesToReview(db: Database) {
  return db.execute<{
    slug: string
    name: string
    licenceRaw: string | null
    spdx: string | null
    isFree: boolean | null
    layer: string
  }>(sql`
    select slug, name, licence_raw as "licenceRaw", licence_spdx as spdx, is_free as "isFree", layer from software
    where merged_into is null and withdrawn_at is null and layer = 'main' and is_free is distinct from true
    order by is_free nulls last, licence_raw nulls last, lower(name)`)
}

/** Those whose licence was free for a source and is not any more. */
export async function listNoLongerFree(db: Database) {
  return db.execute<{ slug: string; name: string; before: string; spdx: string | null; at: string }>(sql`
    select distinct on (s.name, s.slug) s.slug, s.name, l.licence_raw as before, s.licence_spdx as spdx,
      coalesce(l.said_on, l.read_at::date)::text as at
    from software s join software_records r on r.software_id = s.id
      join software_licences l on l.record_id = r.id and l.is_free
    where s.merged_into is null and s.withdrawn_at is null and s.is_free is false and s.layer = 'main'
    order by s.name, s.slug, coalesce(l.said_on::timestamptz, l.read_at) desc`)
}
