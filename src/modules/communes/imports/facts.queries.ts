import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { newId } from '#platform/ids.ts'
import type { ContactPointChange, ContourChange, ImportPlan, MayorChange } from './change.ts'
import type { KnownCommune, Succession } from './known-communes.ts'
import type { KnownContactPoint, KnownContour, KnownFacts, KnownMayor } from './known-facts.ts'
import type { ContactPointObservation, Observation } from './observation.ts'

/** Every commune of today and the codes of yesterday, for a file to be matched with. */
export async function listKnownCommunes(db: Database) {
  const communes = await db.execute<KnownCommune>(sql`
    select insee, name, siren, array_to_string(postal_codes, ' ') as "postalCodes" from communes where ended_on is null`)
  const successions = await db.execute<Succession>(sql`
    select former_insee as "formerInsee", insee from commune_successions`)

  return { communes: [...communes], successions: [...successions] }
}

/** How many communes a source has something to say of today: a file of it should not speak of far fewer. */
export async function countCommunesOf(
  db: Database,
  source: string,
  table: 'contact_points' | 'mayors' | 'contours',
) {
  const isLive = table === 'contours' ? sql`` : sql`and ended_at is null`
  const [row] = await db.execute<{ n: number }>(sql`
    select count(distinct insee)::int as n from ${sql.identifier(table)} where source = ${source} ${isLive}`)
  return row?.n ?? 0
}

/** What is held true today of the communes that a file speaks of, for the kinds of facts it brings. */
export async function loadKnownFacts(
  db: Database,
  observations: readonly Observation[],
): Promise<KnownFacts> {
  const brought = new Set(observations.map(({ fact }) => fact))
  const insees = [...new Set(observations.map(({ insee }) => insee))]
  const among = sql`insee in (select jsonb_array_elements_text(${JSON.stringify(insees)}::jsonb))`

  return {
    contactPoints: brought.has('contact-point') ? await listKnownContactPoints(db, among) : [],
    mayors: brought.has('mayor') ? await listKnownMayors(db, among) : [],
    contours: brought.has('contour') ? await listKnownContours(db, among) : [],
  }
}

const listKnownContactPoints = (db: Database, among: SQL) =>
  db.execute<KnownContactPoint>(sql`
    select id, insee, kind, value, label, rank, source, source_date::text as "sourceDate"
    from contact_points where ended_at is null and ${among} order by insee, kind, rank, id`)

const listKnownMayors = (db: Database, among: SQL) =>
  db.execute<KnownMayor>(sql`
    select id, insee, last_name as "lastName", first_name as "firstName", civility, since::text as since, source,
           source_date::text as "sourceDate"
    from mayors where ended_at is null and ${among}`)

const listKnownContours = (db: Database, among: SQL) =>
  db.execute<KnownContour>(sql`
    select insee, geometry, source, source_date::text as "sourceDate" from contours where ${among}`)

/** Writes what a plan decides. What is replaced receives an end date; nothing is deleted. */
export async function applyPlan(db: Database, plan: ImportPlan, source: string, now: Date) {
  await applyContactPoints(db, plan.contactPoints, source, now)
  await applyMayors(db, plan.mayors, source, now)
  await applyContours(db, plan.contours, source)
}

async function applyContactPoints(
  db: Database,
  changes: readonly ContactPointChange[],
  source: string,
  now: Date,
) {
  const ended = changes.flatMap((change) =>
    change.outcome === 'change' || change.outcome === 'close' ? [change.known.id] : [],
  )
  const fresh = changes.flatMap(({ outcome, observed }) =>
    outcome === 'add' || outcome === 'change' ? [{ id: newId(), ...observed }] : [],
  )
  const confirmed = changes.flatMap((change) =>
    change.outcome === 'confirm' ? [{ ...change.observed, id: change.known.id }] : [],
  )

  await end(db, 'contact_points', ended, now)
  if (fresh.length > 0) await insertContactPoints(db, fresh, source, now)
  if (confirmed.length > 0) await confirmContactPoints(db, confirmed, now)
}

type SaidPoint = ContactPointObservation & { readonly id: string }

const insertContactPoints = (db: Database, fresh: readonly SaidPoint[], source: string, now: Date) =>
  db.execute(sql`
    insert into contact_points (id, insee, kind, value, label, rank, source, source_date, imported_at, row_hash)
    select id, insee, kind, value, label, rank, ${source}, "sourceDate", ${now.toISOString()}::timestamptz,
           md5(concat_ws('|', insee, kind, value, label, rank))
    from jsonb_to_recordset(${JSON.stringify(fresh)}::jsonb)
      as said(id uuid, insee text, kind text, value text, label text, rank int, "sourceDate" date)
    on conflict (insee, kind, value) where ended_at is null do nothing`)

const confirmContactPoints = (db: Database, confirmed: readonly SaidPoint[], now: Date) =>
  db.execute(sql`
    update contact_points set label = said.label, rank = said.rank, source_date = said."sourceDate",
           imported_at = ${now.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(confirmed)}::jsonb)
      as said(id uuid, label text, rank int, "sourceDate" date)
    where contact_points.id = said.id`)

async function applyMayors(db: Database, changes: readonly MayorChange[], source: string, now: Date) {
  if (changes.length === 0) return
  const ended = changes.flatMap((change) => (change.outcome === 'change' ? [change.known.id] : []))
  const fresh = changes.flatMap(({ outcome, observed }) =>
    outcome === 'add' || outcome === 'change' ? [{ id: newId(), ...observed }] : [],
  )
  const confirmed = changes.flatMap((change) =>
    change.outcome === 'confirm' ? [{ ...change.observed, id: change.known.id }] : [],
  )

  await end(db, 'mayors', ended, now)
  await db.execute(sql`
    insert into mayors (id, insee, last_name, first_name, civility, since, source, source_date, imported_at)
    select id, insee, "lastName", "firstName", civility, since, ${source}, "sourceDate", ${now.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(fresh)}::jsonb)
      as said(id uuid, insee text, "lastName" text, "firstName" text, civility text, since date, "sourceDate" date)
    on conflict (insee) where ended_at is null do nothing`)
  // a source that says nothing of the civility or the date does not erase them
  await db.execute(sql`
    update mayors set civility = coalesce(said.civility, mayors.civility), since = coalesce(said.since, mayors.since),
           source = ${source}, source_date = said."sourceDate", imported_at = ${now.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(confirmed)}::jsonb)
      as said(id uuid, civility text, since date, "sourceDate" date)
    where mayors.id = said.id`)
}

async function applyContours(db: Database, changes: readonly ContourChange[], source: string) {
  const drawn = changes.flatMap(({ outcome, observed }) =>
    outcome === 'add' || outcome === 'change' ? [observed] : [],
  )
  if (drawn.length === 0) return

  await db.execute(sql`
    insert into contours (insee, geometry, source, source_date)
    select insee, geometry, ${source}, "sourceDate"
    from jsonb_to_recordset(${JSON.stringify(drawn)}::jsonb) as said(insee text, geometry jsonb, "sourceDate" date)
    on conflict (insee) do update
      set geometry = excluded.geometry, source = excluded.source, source_date = excluded.source_date`)
}

async function end(db: Database, table: 'contact_points' | 'mayors', ids: readonly string[], now: Date) {
  if (ids.length === 0) return

  await db.execute(sql`
    update ${sql.identifier(table)} set ended_at = ${now.toISOString()}::timestamptz
    where id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid) and ended_at is null`)
}
