import { and, asc, eq, getTableColumns, inArray, isNull, sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { NotFound } from '#platform/http/refusals.ts'
import type { Fit } from '../needs/need.ts'
import { meets, type Software, software, softwareIdentifiers } from './software.tables.ts'

export type { Software }

/** One sheet by its address; one that was merged leads to its heir. Throws NotFound. */
export async function findSoftware(
  db: Database,
  slug: string,
): Promise<Software | { readonly mergedInto: string }> {
  const [found] = await db.select().from(software).where(eq(software.slug, slug))
  if (!found) throw new NotFound('Ce logiciel n’est pas dans le catalogue.')
  if (found.mergedInto === null) return found

  return { mergedInto: await slugOfHeir(db, found.mergedInto) }
}

/** Sheets by their identifiers, or the one of an address; merged and withdrawn ones too. */
export const findSheets = (db: Database, ids: readonly string[], slug?: string): Promise<Software[]> =>
  slug === undefined
    ? db
        .select()
        .from(software)
        .where(inArray(software.id, [...ids]))
    : db.select().from(software).where(eq(software.slug, slug))

/** The names by which other directories know a software. */
export const listIdentifiers = (db: Database, softwareId: string) =>
  db
    .select({
      scheme: softwareIdentifiers.scheme,
      value: softwareIdentifiers.value,
      source: softwareIdentifiers.source,
    })
    .from(softwareIdentifiers)
    .where(eq(softwareIdentifiers.softwareId, softwareId))
    .orderBy(asc(softwareIdentifiers.scheme), asc(softwareIdentifiers.value))

/** The address of the sheet that a merged one now lives in, however many times it was merged. */
async function slugOfHeir(db: Database, id: string) {
  const [heir] = await db.execute<{ slug: string }>(sql`
    with recursive heirs as (
      select id, slug, merged_into from software where id = ${id}
      union select s.id, s.slug, s.merged_into from software s join heirs h on s.id = h.merged_into
    ) select slug from heirs where merged_into is null`)
  if (!heir) throw new NotFound('Ce logiciel n’est plus dans le catalogue.')
  return heir.slug
}

/** The software that meets a need, wholly first; withdrawn sheets are left out, a merged one answers by its heir. */
export async function softwareMeeting(
  db: Database,
  need: string,
): Promise<(Software & { readonly fit: Fit })[]> {
  const met = db
    .selectDistinctOn([sql`coalesce(own.merged_into, own.id)`], {
      shown: sql<string>`coalesce(own.merged_into, own.id)`.as('shown'),
      level: meets.level,
      missing: meets.missing,
    })
    .from(meets)
    .innerJoin(sql`software own`, sql`own.id = ${meets.softwareId}`)
    .where(eq(meets.need, need))
    .orderBy(sql`coalesce(own.merged_into, own.id)`, asc(meets.level))
    .as('met')
  const rows = await db
    .select({ ...getTableColumns(software), level: met.level, missing: met.missing })
    .from(met)
    .innerJoin(software, eq(software.id, met.shown))
    .where(and(isNull(software.mergedInto), isNull(software.withdrawnAt)))
    .orderBy(asc(met.level), asc(sql`lower(${software.name})`))
  return rows.map(({ level, missing, ...sheet }) => ({ ...sheet, fit: fitOf(level, missing) }))
}

export type NeedMet = {
  readonly need: string
  readonly label: string
  readonly service: string
  readonly fit: Fit
}

// A merged sheet keeps its own rows, so that a merge can be undone: its heir answers for both.
const itselfAndMerged = (softwareId: string) =>
  sql`(select id from software where id = ${softwareId} or merged_into = ${softwareId})`

/** The needs that a software meets, those it meets wholly first. */
export async function needsMetBy(db: Database, softwareId: string): Promise<NeedMet[]> {
  const rows = await db.execute<{
    need: string
    label: string
    service: string
    level: 'full' | 'part'
    missing: string | null
  }>(sql`
    select * from (
      select distinct on (m.need) m.need, n.label, n.service, m.level, m.missing
      from meets m join needs n on n.slug = m.need
      where m.software_id in ${itselfAndMerged(softwareId)} and n.retired_at is null order by m.need, m.level
    ) met order by level, label`)
  return rows.map(({ level, missing, ...need }) => ({ ...need, fit: fitOf(level, missing) }))
}

const fitOf = (level: 'full' | 'part', missing: string | null): Fit =>
  level === 'full' ? { level } : { level, missing: missing ?? '' }

export type ReplacedProduct = {
  readonly slug: string
  readonly name: string
  readonly vendor: string | null
  readonly need: string
}

/** The products that a software can stand for: those that serve a need it meets. */
export async function productsReplacedBy(db: Database, softwareId: string): Promise<ReplacedProduct[]> {
  return db.execute<ReplacedProduct>(sql`
    select distinct on (p.name, p.slug) p.slug, p.name, p.vendor, pn.need
    from meets m join product_needs pn on pn.need = m.need join products p on p.slug = pn.product
    where m.software_id in ${itselfAndMerged(softwareId)} order by p.name, p.slug, m.level`)
}
