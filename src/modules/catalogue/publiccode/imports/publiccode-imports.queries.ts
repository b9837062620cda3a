import { and, desc, eq, sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { moment } from '#platform/database/moment.ts'
import { NotFound } from '#platform/http/refusals.ts'
import { isId } from '#platform/ids.ts'
import { software } from '../../software/software.tables.ts'
import { publiccodeImportFiles, publiccodeImports, type RecordBefore } from '../publiccode.tables.ts'

export type PubliccodeImport = typeof publiccodeImports.$inferSelect
export type ImportFile = typeof publiccodeImportFiles.$inferSelect

/** Why a sheet that an import brought is no longer shown. */
export const undoneReason = 'L’import qui l’avait apporté a été annulé.'

/** Keeps a checked import and its files; nothing when it is already there. */
export async function insertImport(
  db: Database,
  { id, createdBy, createdAt }: Pick<PubliccodeImport, 'id' | 'createdBy' | 'createdAt'>,
  files: readonly Omit<ImportFile, 'importId' | 'place' | 'before'>[],
) {
  const added = await db
    .insert(publiccodeImports)
    .values({ id, createdBy, createdAt, state: 'checked' })
    .onConflictDoNothing()
    .returning({ id: publiccodeImports.id })
  if (added.length === 0 || files.length === 0) return
  await db
    .insert(publiccodeImportFiles)
    .values(files.map((file, place) => ({ ...file, importId: id, place, before: [] })))
}

/** One import, locked when it is about to change; throws NotFound. */
export async function findImport(db: Database, id: string, isLocked = false): Promise<PubliccodeImport> {
  if (!isId(id)) throw new NotFound('Cet import n’existe pas.')
  const asked = db.select().from(publiccodeImports).where(eq(publiccodeImports.id, id))
  const [found] = await (isLocked ? asked.for('update') : asked)
  if (!found) throw new NotFound('Cet import n’existe pas.')
  return found
}

export const listImportFiles = (db: Database, id: string): Promise<ImportFile[]> =>
  db
    .select()
    .from(publiccodeImportFiles)
    .where(eq(publiccodeImportFiles.importId, id))
    .orderBy(publiccodeImportFiles.place)

/** The files of an import as a screen shows them, with the address of their sheet. */
export const listShownFiles = (db: Database, id: string) =>
  db
    .select({
      fileName: publiccodeImportFiles.fileName,
      name: publiccodeImportFiles.name,
      faults: publiccodeImportFiles.faults,
      isValid: publiccodeImportFiles.isValid,
      finding: publiccodeImportFiles.finding,
      slug: software.slug,
    })
    .from(publiccodeImportFiles)
    .leftJoin(software, eq(software.id, publiccodeImportFiles.softwareId))
    .where(eq(publiccodeImportFiles.importId, id))
    .orderBy(publiccodeImportFiles.place)

/** The last imports, newest first, with how many files each holds. */
export async function listImports(db: Database, most = 20) {
  return db
    .select({
      id: publiccodeImports.id,
      state: publiccodeImports.state,
      createdBy: publiccodeImports.createdBy,
      createdAt: publiccodeImports.createdAt,
      files: sql<number>`(select count(*)::int from publiccode_import_files f where f.import_id = ${publiccodeImports.id})`,
    })
    .from(publiccodeImports)
    .orderBy(desc(publiccodeImports.createdAt), desc(publiccodeImports.id))
    .limit(most)
}

export async function saveImport(db: Database, id: string, change: Partial<PubliccodeImport>) {
  await db.update(publiccodeImports).set(change).where(eq(publiccodeImports.id, id))
}

/** Writes what a file did, and what its records said before. */
export async function saveFileFinding(
  db: Database,
  {
    importId,
    place,
    ...change
  }: Pick<ImportFile, 'importId' | 'place' | 'finding' | 'softwareId' | 'before'>,
) {
  await db
    .update(publiccodeImportFiles)
    .set(change)
    .where(and(eq(publiccodeImportFiles.importId, importId), eq(publiccodeImportFiles.place, place)))
}

/** What these records say at this moment, whole, so that it can be brought back. */
export async function recordsBefore(
  db: Database,
  names: readonly { readonly source: string; readonly externalId: string }[],
): Promise<RecordBefore[]> {
  if (names.length === 0) return []
  return db.execute<RecordBefore>(sql`
    select n.source, n."externalId", case when r.id is null then null else
      jsonb_build_object('record', to_jsonb(r), 'reading', to_jsonb(p)) end as held
    from jsonb_to_recordset(${JSON.stringify(names)}::jsonb) as n (source text, "externalId" text)
    left join software_records r on r.source = n.source and r.external_id = n."externalId"
    left join publiccode_readings p on p.source = n.source and p.external_id = n."externalId"`)
}

/** Puts records back as they were, and takes away those that were not there. Gives the sheets to merge again. */
export async function bringBack(db: Database, before: readonly RecordBefore[]): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select distinct r.software_id as id from software_records r
    join jsonb_to_recordset(${JSON.stringify(before)}::jsonb) as b (source text, "externalId" text)
      on r.source = b.source and r.external_id = b."externalId"`)
  for (const { source, externalId, held } of before) {
    await db.execute(
      sql`delete from publiccode_readings where source = ${source} and external_id = ${externalId}`,
    )
    if (held === null) await forget(db, source, externalId)
    else await restore(db, held)
  }
  return rows.map(({ id }) => id)
}

async function forget(db: Database, source: string, externalId: string) {
  await db.execute(sql`
    delete from software_licences where record_id in
      (select id from software_records where source = ${source} and external_id = ${externalId})`)
  await db.execute(sql`delete from software_records where source = ${source} and external_id = ${externalId}`)
}

async function restore(db: Database, { record, reading }: NonNullable<RecordBefore['held']>) {
  await db.execute(sql`
    update software_records r set fields = b.fields, identifiers = b.identifiers, raw = b.raw,
      source_date = b.source_date, read_at = b.read_at
    from jsonb_populate_record(null::software_records, ${JSON.stringify(record)}::jsonb) b where r.id = b.id`)
  if (reading === null) return
  await db.execute(sql`
    insert into publiccode_readings
    select * from jsonb_populate_record(null::publiccode_readings, ${JSON.stringify(reading)}::jsonb)`)
}

/** Of these sheets, those of which no source says anything any longer are withdrawn; gives the others. */
export async function withdrawOrphans(db: Database, ids: readonly string[], now: Date): Promise<string[]> {
  if (ids.length === 0) return []
  const list = JSON.stringify(ids)
  const orphans = await db.execute<{ id: string }>(sql`
    update software s set withdrawn_at = ${moment(now)}, withdrawn_reason = ${undoneReason}
    where s.id in (select jsonb_array_elements_text(${list}::jsonb)::uuid) and s.withdrawn_at is null
      and not exists (select from software_records r where r.software_id = s.id)
    returning s.id`)
  const withdrawn = new Set(orphans.map(({ id }) => id))
  return ids.filter((id) => !withdrawn.has(id))
}

/** Shows again the sheets that undoing an import had withdrawn: a source speaks of them again. */
export async function liftUndone(db: Database, ids: readonly string[]) {
  if (ids.length === 0) return
  await db.execute(sql`
    update software set withdrawn_at = null, withdrawn_reason = null
    where id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid)
      and withdrawn_reason = ${undoneReason}`)
}
