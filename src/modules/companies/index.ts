export type { Candidate, CandidateOffer, CandidateService } from './candidates/candidate.ts'
export { candidatesFor, type Sought } from './candidates/candidates.queries.ts'
export {
  type Company,
  type CompanyToInvite,
  findCompany,
  listCompaniesToInvite,
} from './census/census.queries.ts'
export { companyPaths } from './companies.paths.ts'
// For the joins of a screen; these tables are written to by this module alone.
export { companies } from './companies.tables.ts'
export { type ShownAt, shownAts } from './exposures/exposure.ts'
export { type OperatedOffer, offersOf } from './offers/offers.queries.ts'
export type { HelperLine, HelpersListed, LeftOut } from './order/helper-line.ts'
export { HelperList } from './order/helper-list.tsx'
export { countListed, listHelpers } from './order/list-helpers.action.ts'
export { orderPaths } from './order/order.paths.ts'
export type { HelpSought } from './order/question.ts'
export { quotePaths } from './quotes/quotes.paths.ts'
export { type Reference, referencesOf } from './references/references.queries.ts'
export { type Freshness, freshnessOf } from './services/freshness.ts'
export { type ServiceKind, serviceKindNames, serviceKinds } from './services/service.ts'
export { type StatedService, servicesOf } from './services/services.queries.ts'
