import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { moment } from '#platform/database/moment.ts'
import type { Area } from '../services/area.ts'
import { goneBefore } from '../services/freshness.ts'
import type { OfferHolder, PriceModel } from './offer.ts'

/** A software run for communes: who runs it, for which need, where, and how one leaves it. */
export type OperatedOffer = {
  readonly id: string
  readonly companyId: string | null
  readonly organisationId: string | null
  readonly softwareId: string
  readonly softwareSlug: string
  readonly softwareName: string
  readonly need: string
  readonly needLabel: string
  readonly areas: readonly Area[]
  readonly audiences: readonly string[]
  readonly priceModel: PriceModel
  readonly hostingCountry: string
  readonly personalData: string
  readonly exitTerms: string
  readonly signup: string
  readonly statedAt: Date
  readonly endedAt: Date | null
}

/** What a holder offers today and has said for less than two years, by need. */
export const offersOf = (db: Database, holder: OfferHolder, now: Date) =>
  find(
    db,
    sql`${heldBy(holder)} and o.ended_at is null and o.stated_at >= ${moment(goneBefore(now))}
      order by n.label, w.name`,
  )

/** All that a holder offers and has not ended, those that have left the pages included: what it renews. */
export const allOffersOf = (db: Database, holder: OfferHolder) =>
  find(db, sql`${heldBy(holder)} and o.ended_at is null order by n.label, w.name`)

/** What a holder ended lately, newest first. */
export const endedOffersOf = (db: Database, holder: OfferHolder) =>
  find(db, sql`${heldBy(holder)} and o.ended_at is not null order by o.ended_at desc limit 20`)

const heldBy = (holder: OfferHolder) =>
  'companyId' in holder
    ? sql`o.company_id = ${holder.companyId}`
    : sql`o.organisation_id = ${holder.organisationId}`

async function find(db: Database, condition: SQL): Promise<OperatedOffer[]> {
  const rows = await db.execute<
    Omit<OperatedOffer, 'statedAt' | 'endedAt'> & { statedAt: string; endedAt: string | null }
  >(sql`
    select o.id, o.company_id as "companyId", o.organisation_id as "organisationId", o.software_id as "softwareId",
      w.slug as "softwareSlug", w.name as "softwareName", o.need, n.label as "needLabel", o.areas, o.audiences,
      o.price_model as "priceModel", o.hosting_country as "hostingCountry", o.personal_data as "personalData",
      o.exit_terms as "exitTerms", o.signup, o.stated_at as "statedAt", o.ended_at as "endedAt"
    from operated_offers o join software w on w.id = o.software_id join needs n on n.slug = o.need
    where ${condition}`)
  return rows.map((row) => ({
    ...row,
    statedAt: new Date(row.statedAt),
    endedAt: row.endedAt === null ? null : new Date(row.endedAt),
  }))
}
