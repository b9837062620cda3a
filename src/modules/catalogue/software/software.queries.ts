import { and, asc, eq, getTableColumns, isNull, sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { NotFound } from '#platform/http/refusals.ts'
import type { Fit } from '../needs/need.ts'
import { meets, type Software, software } from './software.tables.ts'

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

/** The software that meets a need, wholly first; withdrawn and merged sheets are left out. */
export async function softwareMeeting(
  db: Database,
  need: string,
): Promise<(Software & { readonly fit: Fit })[]> {
  const rows = await db
    .select({ ...getTableColumns(software), level: meets.level, missing: meets.missing })
    .from(meets)
    .innerJoin(software, eq(software.id, meets.softwareId))
    .where(and(eq(meets.need, need), isNull(software.mergedInto), isNull(software.withdrawnAt)))
    .orderBy(asc(meets.level), asc(sql`lower(${software.name})`))
  return rows.map(({ level, missing, ...sheet }) => ({ ...sheet, fit: fitOf(level, missing) }))
}

export type NeedMet = {
  readonly need: string
  readonly label: string
  readonly service: string
  readonly fit: Fit
}

/** The needs that a software meets, those it meets wholly first. */
export async function needsMetBy(db: Database, softwareId: string): Promise<NeedMet[]> {
  const rows = await db.execute<{
    need: string
    label: string
    service: string
    level: 'full' | 'part'
    missing: string | null
  }>(sql`
    select m.need, n.label, n.service, m.level, m.missing from meets m join needs n on n.slug = m.need
    where m.software_id = ${softwareId} and n.retired_at is null order by m.level, n.label`)
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
    where m.software_id = ${softwareId} order by p.name, p.slug, m.level`)
}
