import { inArray, sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { moment } from '#platform/database/moment.ts'
import { newId } from '#platform/ids.ts'
import type { KnownSoftware, Likeness } from './identity.ts'
import type { MergedSheet } from './merge.ts'
import type { Identifier, RecordFields, RecordInput } from './record.ts'
import { softwareRecords } from './software.tables.ts'

/** Whoever brings records waits for the one before: two programs cannot make two sheets of one software. */
export const waitToIdentify = (db: Database) =>
  db.execute(sql`select pg_advisory_xact_lock(hashtext('catalogue identities'))`)

/** A record as it is held. */
export type HeldRecord = {
  readonly id: string
  readonly softwareId: string
  readonly source: string
  readonly externalId: string
  readonly fields: RecordFields
  readonly identifiers: readonly Identifier[]
  readonly sourceDate: string | null
}

const held = {
  id: softwareRecords.id,
  softwareId: softwareRecords.softwareId,
  source: softwareRecords.source,
  externalId: softwareRecords.externalId,
  fields: softwareRecords.fields,
  identifiers: softwareRecords.identifiers,
  sourceDate: softwareRecords.sourceDate,
}

/** The records already held under these names of their sources. */
export async function findHeldRecords(
  db: Database,
  asked: readonly Pick<RecordInput, 'source' | 'externalId'>[],
): Promise<HeldRecord[]> {
  return db
    .select(held)
    .from(softwareRecords)
    .where(
      sql`(${softwareRecords.source}, ${softwareRecords.externalId}) in (select source, "externalId"
        from jsonb_to_recordset(${json(asked)}) as asked (source text, "externalId" text))`,
    )
}

/** All the records of these sheets. */
export const listRecordsOf = (db: Database, softwareIds: readonly string[]): Promise<HeldRecord[]> =>
  softwareIds.length === 0
    ? Promise.resolve([])
    : db
        .select(held)
        .from(softwareRecords)
        .where(inArray(softwareRecords.softwareId, [...softwareIds]))

/** Every sheet as far as it may be recognised, and the addresses already taken. */
export async function listKnownSoftware(db: Database) {
  const [sheets, identifiers, records, slugs] = await Promise.all([
    db.execute<{ id: string; name: string; website: string | null; repository: string | null }>(
      sql`select id, name, website, repository from software where merged_into is null`,
    ),
    db.execute<Identifier & { id: string }>(
      sql`select software_id as id, scheme, value from software_identifiers`,
    ),
    db.execute<{ id: string; source: string; externalId: string }>(
      sql`select software_id as id, source, external_id as "externalId" from software_records`,
    ),
    db.execute<{ slug: string }>(sql`select slug from software`),
  ])
  const named = Map.groupBy(identifiers, ({ id }) => id)
  const held = Map.groupBy(records, ({ id }) => id)
  const known: KnownSoftware[] = sheets.map((sheet) => ({
    ...sheet,
    identifiers: named.get(sheet.id) ?? [],
    records: new Map((held.get(sheet.id) ?? []).map(({ source, externalId }) => [source, externalId])),
  }))
  return { known, slugs: new Set(slugs.map(({ slug }) => slug)) }
}

export type NewSheet = { readonly id: string; readonly slug: string; readonly name: string }

/** Opens sheets, still without what their records say. */
export async function insertSheets(db: Database, sheets: readonly NewSheet[], now: Date) {
  if (sheets.length === 0) return
  await db.execute(sql`
    insert into software (id, slug, name, layer, created_at, updated_at)
    select id, slug, name, 'main', ${moment(now)}, ${moment(now)}
    from jsonb_to_recordset(${json(sheets)}) as s (id uuid, slug text, name text)`)
}

export type KeptRecord = RecordInput & { readonly id: string; readonly softwareId: string }

/** Keeps records, in place of what the same source said before. */
export async function upsertRecords(db: Database, records: readonly KeptRecord[], now: Date) {
  if (records.length === 0) return
  await db.execute(sql`
    insert into software_records (id, software_id, source, external_id, fields, identifiers, raw, source_date, read_at)
    select id, "softwareId", source, "externalId", fields, coalesce(identifiers, '[]'), nullif(raw, 'null'), "sourceDate",
      ${moment(now)}
    from jsonb_to_recordset(${json(records)}) as r (id uuid, "softwareId" uuid, source text, "externalId" text,
      fields jsonb, identifiers jsonb, raw jsonb, "sourceDate" date)
    on conflict (source, external_id) do update set fields = excluded.fields, identifiers = excluded.identifiers,
      raw = excluded.raw, source_date = excluded.source_date, read_at = excluded.read_at`)
}

export type SaidLicence = {
  readonly recordId: string
  readonly licenceRaw: string
  readonly spdx: string | null
  readonly isFree: boolean | null
  readonly saidOn: string | null
}

/** Adds to what records have said of their licence, in turn. */
export async function insertLicences(db: Database, licences: readonly SaidLicence[], now: Date) {
  if (licences.length === 0) return
  await db.execute(sql`
    insert into software_licences (record_id, licence_raw, spdx, is_free, said_on, read_at)
    select "recordId", "licenceRaw", spdx, "isFree", "saidOn", ${moment(now)}
    from jsonb_to_recordset(${json(licences)}) as l ("recordId" uuid, "licenceRaw" text, spdx text, "isFree" boolean,
      "saidOn" date)
    on conflict do nothing`)
}

/** Proposes to compare pairs of sheets; a pair already settled stays as it was. Gives the identifiers of those open. */
export async function proposeLikenesses(
  db: Database,
  pairs: readonly {
    readonly one: string
    readonly other: string
    readonly doubt: Likeness['doubt'] | 'said-by-person'
    readonly evidence: string
  }[],
  now: Date,
) {
  if (pairs.length === 0) return []
  const rows = pairs.map((pair) => ({ id: newId(), ...pair }))
  await db.execute(sql`
    insert into software_likenesses (id, one, other, doubt, evidence, proposed_at)
    select id, least(one, other), greatest(one, other), doubt, evidence, ${moment(now)}
    from jsonb_to_recordset(${json(rows)}) as p (id uuid, one uuid, other uuid, doubt text, evidence text)
    on conflict do nothing`)
  return db.execute<{ id: string; one: string; other: string }>(sql`
    select l.id, p.one, p.other from jsonb_to_recordset(${json(rows)}) as p (one uuid, other uuid)
    join software_likenesses l on l.one = least(p.one, p.other) and l.other = greatest(p.one, p.other)
    where l.verdict is null`)
}

/** Writes the merged sheets again; one whose merge says the same is left as it is. */
export async function writeSheets(
  db: Database,
  sheets: readonly (MergedSheet & { readonly id: string })[],
  now: Date,
) {
  if (sheets.length === 0) return
  await db.execute(sql`
    update software s set name = m.name, summary = m.summary, description = m.description, licence_raw = m."licenceRaw",
      licence_spdx = m."licenceSpdx", is_free = m."isFree", website = m.website, repository = m.repository,
      documentation = m.documentation, platforms = m.platforms, software_type = m."softwareType",
      development_status = m."developmentStatus", version = m.version, released_on = m."releasedOn",
      attributes = m.attributes, limits = m.limits, replaces = m.replaces, keywords = m.keywords, origins = m.origins,
      layer = m.layer, updated_at = ${moment(now)}
    from jsonb_to_recordset(${json(sheets)}) as m (id uuid, name text, summary text, description text,
      "licenceRaw" text, "licenceSpdx" text, "isFree" boolean, website text, repository text, documentation text,
      platforms text[], "softwareType" text, "developmentStatus" text, version text, "releasedOn" date, attributes jsonb,
      limits text[], replaces text[], keywords text[], origins jsonb, layer text)
    where s.id = m.id and (s.name, s.summary, s.description, s.licence_raw, s.licence_spdx, s.is_free, s.website,
      s.repository, s.documentation, s.platforms, s.software_type, s.development_status, s.version, s.released_on,
      s.attributes, s.limits, s.replaces, s.keywords, s.origins, s.layer)
      is distinct from (m.name, m.summary, m.description, m."licenceRaw", m."licenceSpdx", m."isFree", m.website,
      m.repository, m.documentation, m.platforms, m."softwareType", m."developmentStatus", m.version, m."releasedOn",
      m.attributes, m.limits, m.replaces, m.keywords, m.origins, m.layer)`)
}

/** The names of these sheets in other directories, in place of those held. */
export async function writeIdentifiers(
  db: Database,
  softwareIds: readonly string[],
  identifiers: readonly (Identifier & { readonly softwareId: string; readonly source: string })[],
) {
  await db.execute(sql`
    with said as (
      select distinct on (scheme, value, "softwareId") scheme, value, "softwareId", source
      from jsonb_to_recordset(${json(identifiers)}) as i (scheme text, value text, "softwareId" uuid, source text)
    ), gone as (
      delete from software_identifiers d where d.software_id in (select jsonb_array_elements_text(${json(softwareIds)})::uuid)
        and not exists (select from said where said.scheme = d.scheme and said.value = d.value and said."softwareId" = d.software_id)
    )
    insert into software_identifiers (scheme, value, software_id, source)
    select scheme, value, "softwareId", source from said
    on conflict (scheme, value, software_id) do update set source = excluded.source
      where software_identifiers.source <> excluded.source`)
}

const json = (value: unknown) => sql`${JSON.stringify(value).replaceAll('\\u0000', '')}::jsonb`
