import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import type { ServiceKind } from '../services/service.ts'

/** A company's work for a commune, as its page shows it. */
export type Reference = {
  readonly id: string
  readonly companyId: string
  readonly company: string
  readonly companySiren: string | null
  readonly insee: string
  readonly commune: string
  readonly population: number | null
  readonly need: string | null
  readonly needLabel: string | null
  readonly softwareId: string | null
  readonly softwareSlug: string | null
  readonly softwareName: string | null
  readonly kind: ServiceKind
  readonly year: number
  readonly state: 'declared' | 'confirmed' | 'refused'
  readonly whyRefused: string | null
  /** The company's answer to a refusal, published beside it. */
  readonly reply: string | null
  readonly declaredAt: Date
  readonly settledAt: Date | null
  /** When the commune was last asked. */
  readonly askedAt: Date | null
}

/** The works that a company names, confirmed ones first, then the most recent. */
export const referencesOf = (db: Database, companyId: string) =>
  find(
    db,
    sql`r.company_id = ${companyId} and r.withdrawn_at is null
      order by array_position(array['confirmed', 'declared', 'refused'], r.state), r.year desc, c.name`,
  )

/** The works that companies name for a commune, whose answer a link gives: those waiting, then those it has settled. */
export const referencesAskedOf = (db: Database, insee: string) =>
  find(
    db,
    sql`r.insee = ${insee} and r.withdrawn_at is null and r.times_asked > 0
      order by r.state = 'declared' desc, r.declared_at limit 50`,
  )

async function find(db: Database, condition: SQL): Promise<Reference[]> {
  const rows = await db.execute<
    Omit<Reference, 'declaredAt' | 'settledAt' | 'askedAt'> & {
      declaredAt: string
      settledAt: string | null
      askedAt: string | null
    }
  >(sql`
    select r.id, r.company_id as "companyId", e.name as company, e.siren as "companySiren", r.insee, c.name as commune, c.population, r.need, n.label as "needLabel",
      r.software_id as "softwareId", w.slug as "softwareSlug", w.name as "softwareName", r.kind, r.year, r.state,
      r.why_refused as "whyRefused", r.reply, r.declared_at as "declaredAt", r.settled_at as "settledAt", r.asked_at as "askedAt"
    from company_references r join communes c on c.insee = r.insee join companies e on e.id = r.company_id
      left join needs n on n.slug = r.need left join software w on w.id = r.software_id
    where ${condition}`)
  return rows.map((row) => ({
    ...row,
    declaredAt: new Date(row.declaredAt),
    settledAt: row.settledAt === null ? null : new Date(row.settledAt),
    askedAt: row.askedAt === null ? null : new Date(row.askedAt),
  }))
}
