import type { Database } from '#platform/database/database.ts'
import type { CompanyFilters } from './company-filters.ts'

/** A company of the census as a wave knows it; the census owns the rest. */
export type InvitableCompany = {
  readonly id: string
  readonly name: string
  readonly email: string | null
  /** From where its coordinates are held, as the message says it (GDPR art. 14.2.f), and since when. */
  readonly source: string
  readonly collectedAt: Date
  /** The address of its page, without the site's own. */
  readonly path: string
  /** Why the census would not have it invited. */
  readonly leftOut?: 'claimed' | 'withdrawn'
}

/** Answers the companies of the census that the filters keep, by name; told by `main`, for the census stands above. */
export type CompaniesToInvite = (
  db: Database,
  filters: CompanyFilters,
) => Promise<readonly InvitableCompany[]>

let told: CompaniesToInvite | undefined

/** Says, once and for all, whom to ask. Wiring, not state: every process is told the same before it serves. */
export function tellCompaniesToInvite(companies: CompaniesToInvite) {
  told = companies
}

/** Asks the census; throws when nobody said whom to ask, which is a bug. */
export const companiesToInvite: CompaniesToInvite = (db, filters) => {
  if (!told) throw new Error('nobody told the outreach which companies the census would invite')

  return told(db, filters)
}
