import { sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { moment } from '#platform/database/moment.ts'
import { isId } from '#platform/ids.ts'
import type { Area } from '../services/area.ts'
import type { OfferHolder, PriceModel } from './offer.ts'

export type NewOffer = {
  readonly id: string
  readonly softwareId: string
  readonly need: string
  readonly areas: readonly Area[]
  readonly audiences: readonly string[]
  readonly priceModel: PriceModel
  readonly hostingCountry: string
  readonly personalData: string
  readonly exitTerms: string
  readonly signup: string
}

/** Keeps what somebody operates for communes; the same form posted twice is one offer. */
export const addOffer = (db: Database, holder: OfferHolder, offer: NewOffer, at: Date) =>
  db.execute(sql`
    insert into operated_offers (id, company_id, organisation_id, software_id, need, areas, audiences, price_model,
      hosting_country, personal_data, exit_terms, signup, stated_at)
    values (${offer.id}, ${'companyId' in holder ? holder.companyId : null},
      ${'organisationId' in holder ? holder.organisationId : null}, ${offer.softwareId}, ${offer.need},
      ${list(offer.areas)}, ${list(offer.audiences)}, ${offer.priceModel}, ${offer.hostingCountry}, ${offer.personalData},
      ${offer.exitTerms}, ${offer.signup}, ${moment(at)})
    on conflict do nothing`)

const list = (texts: readonly string[]) =>
  sql`array(select jsonb_array_elements_text(${JSON.stringify(texts)}::jsonb))`

const heldBy = (holder: OfferHolder) =>
  'companyId' in holder
    ? sql`company_id = ${holder.companyId}`
    : sql`organisation_id = ${holder.organisationId}`

type Verb = 'end' | 'revival' | 'renewal'

/** Ends an offer, takes the ending back, or says that it is still true; false when it is not the holder's own. */
export async function changeOffer(
  db: Database,
  holder: OfferHolder,
  { id, verb, at }: { readonly id: string; readonly verb: Verb; readonly at: Date },
) {
  if (!isId(id)) return false
  const changes: Record<Verb, ReturnType<typeof sql>> = {
    end: sql`ended_at = coalesce(ended_at, ${moment(at)})`,
    revival: sql`ended_at = null`,
    renewal: sql`stated_at = ${moment(at)}`,
  }
  const changed = await db.execute(
    sql`update operated_offers set ${changes[verb]} where id = ${id} and ${heldBy(holder)} returning id`,
  )
  return changed.length > 0
}
