import { findCommune } from '#modules/communes/index.ts'
import type { Database } from '#platform/database/database.ts'
import { isoDate } from '#ui/french.ts'
import { offersOf } from '../offers/offers.queries.ts'
import { responseRecords } from '../quotes/response-records.queries.ts'
import { referencesOf } from '../references/references.queries.ts'
import { areaNames } from '../services/area-names.queries.ts'
import { servicesOf } from '../services/services.queries.ts'
import { type Company, coursesOf, formerNamesOf } from './census.queries.ts'

/** All that a company's page shows. */
export async function companyRecord(db: Database, company: Company, now: Date) {
  const [services, references, offers, courses, formerNames, seat, responses] = await Promise.all([
    servicesOf(db, company.id, now),
    referencesOf(db, company.id),
    offersOf(db, { companyId: company.id }, now),
    company.claimedAt ? [] : coursesOf(db, company.id),
    formerNamesOf(db, company.id),
    company.insee ? findCommune(db, company.insee) : undefined,
    responseRecords(db, isoDate(now)),
  ])
  const areas = await areaNames(
    db,
    [...services, ...offers].flatMap((said) => said.areas),
  )
  const response = responses.get(`company:${company.id}`)
  return {
    response,
    company,
    services,
    references,
    offers,
    courses,
    formerNames,
    seat: seat?.name,
    areaNames: areas,
  }
}
