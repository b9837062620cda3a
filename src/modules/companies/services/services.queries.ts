import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { moment } from '#platform/database/moment.ts'
import type { Area } from './area.ts'
import { goneBefore } from './freshness.ts'
import type { ServiceKind, ServiceLevel } from './service.ts'

/** What a company says it does, with the names of the need or of the software it is about. */
export type StatedService = {
  readonly id: string
  readonly need: string | null
  readonly needLabel: string | null
  readonly softwareId: string | null
  readonly softwareSlug: string | null
  readonly softwareName: string | null
  readonly kind: ServiceKind
  readonly level: ServiceLevel
  readonly areas: readonly Area[]
  readonly statedAt: Date
  readonly endedAt: Date | null
}

/** What a company says today and has said for less than two years: needs first, then software, by name. */
export const servicesOf = (db: Database, companyId: string, now: Date) =>
  find(
    db,
    sql`s.company_id = ${companyId} and s.ended_at is null and s.stated_at >= ${moment(goneBefore(now))}
      order by n.label nulls last, w.name, s.kind`,
  )

/** All that a company has stated and not ended, those that have left its page included: what it renews. */
export const allServicesOf = (db: Database, companyId: string) =>
  find(
    db,
    sql`s.company_id = ${companyId} and s.ended_at is null order by n.label nulls last, w.name, s.kind`,
  )

/** What a company ended lately, newest first: it may take an ending back. */
export const endedServicesOf = (db: Database, companyId: string) =>
  find(db, sql`s.company_id = ${companyId} and s.ended_at is not null order by s.ended_at desc limit 20`)

async function find(db: Database, condition: SQL): Promise<StatedService[]> {
  const rows = await db.execute<
    Omit<StatedService, 'statedAt' | 'endedAt'> & { statedAt: string; endedAt: string | null }
  >(sql`
    select s.id, s.need, n.label as "needLabel", s.software_id as "softwareId", w.slug as "softwareSlug",
      w.name as "softwareName", s.kind, s.level, s.areas, s.stated_at as "statedAt", s.ended_at as "endedAt"
    from company_services s left join needs n on n.slug = s.need left join software w on w.id = s.software_id
    where ${condition}`)
  return rows.map((row) => ({
    ...row,
    statedAt: new Date(row.statedAt),
    endedAt: row.endedAt === null ? null : new Date(row.endedAt),
  }))
}
