import { listMembers } from '#modules/accounts/index.ts'
import type { Database } from '#platform/database/database.ts'
import { type Company, coursesOf, formerNamesOf } from '../census/census.queries.ts'
import { eventsOf } from '../census/events.queries.ts'
import { claimsOf } from '../claims/claims.queries.ts'
import { allOffersOf, endedOffersOf } from '../offers/offers.queries.ts'
import { referencesOf } from '../references/references.queries.ts'
import { allServicesOf, endedServicesOf } from '../services/services.queries.ts'

/** All that is held of a company, for itself: no hostage. */
export async function everythingOf(db: Database, company: Company) {
  const holder = { companyId: company.id }
  const [
    services,
    endedServices,
    references,
    offers,
    endedOffers,
    formerNames,
    courses,
    history,
    claims,
    colleagues,
  ] = await Promise.all([
    allServicesOf(db, company.id),
    endedServicesOf(db, company.id),
    referencesOf(db, company.id),
    allOffersOf(db, holder),
    endedOffersOf(db, holder),
    formerNamesOf(db, company.id),
    coursesOf(db, company.id),
    eventsOf(db, company.id),
    claimsOf(db, company.id),
    company.organisationId ? listMembers(db, company.organisationId) : [],
  ])
  return {
    company,
    formerNames,
    services: [...services, ...endedServices],
    references,
    offers: [...offers, ...endedOffers],
    courses,
    history,
    claims,
    colleagues,
  }
}
