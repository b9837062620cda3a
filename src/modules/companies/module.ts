import { app } from '#platform/http/app.ts'
import type { Module } from '#platform/module.ts'
import { censusRoutes } from './census/census.routes.tsx'
import { loadTrainingProviders } from './census/load-providers.action.ts'
import { claimsRoutes } from './claims/claims.routes.tsx'
import { companiesPermissions } from './companies.permissions.ts'
import { demonstrateCompanies } from './demonstrate.action.ts'
import { deskPaths } from './desk/desk.paths.ts'
import { deskRoutes } from './desk/desk.routes.tsx'
import { exposurePaths } from './exposures/exposures.paths.ts'
import { exposurePermissions } from './exposures/exposures.permissions.ts'
import { exposureRoutes } from './exposures/exposures.routes.tsx'
import { demonstrateInvitations } from './invitations/demonstrate-invitations.action.ts'
import { invitationsPermissions } from './invitations/invitations.permissions.ts'
import { invitationRoutes } from './invitations/invitations.routes.tsx'
import { minePaths } from './mine/mine.paths.ts'
import { mineRoutes } from './mine/mine.routes.tsx'
import { offerRoutes } from './offers/offer-desk.routes.tsx'
import { offerPaths } from './offers/offers.paths.ts'
import { operatedRoutes } from './offers/operated.routes.tsx'
import { orderPaths } from './order/order.paths.ts'
import { orderPermissions } from './order/order.permissions.ts'
import { orderRoutes } from './order/order.routes.tsx'
import { askQuoteRoutes } from './quotes/ask-quotes.routes.tsx'
import { demonstrateQuotes } from './quotes/demonstrate-quotes.action.ts'
import { followQuotes } from './quotes/follow-quotes.job.ts'
import { sendRequest, writeToTownHall } from './quotes/quote-mails.job.ts'
import { quotePaths } from './quotes/quotes.paths.ts'
import { quotePermissions } from './quotes/quotes.permissions.ts'
import { quoteRoutes } from './quotes/quotes.routes.tsx'
import { answerReferencesRoutes } from './references/answer-references.routes.tsx'
import { askReferencesJob } from './references/ask-references.job.ts'
import { myReferencesRoutes } from './references/my-references.routes.tsx'
import { reportRoutes } from './reports/report.routes.tsx'

export { companiesToInvite } from './invitations/companies-to-invite.queries.ts'

const belowMine = { who: ['company'], under: minePaths.home() } as const

export const companies: Module = {
  name: 'companies',
  routes: app()
    .route('/', invitationRoutes)
    .route('/', orderRoutes)
    .route('/', exposureRoutes)
    .route('/', askQuoteRoutes)
    .route('/', quoteRoutes)
    .route('/', claimsRoutes)
    .route('/', operatedRoutes)
    .route('/', censusRoutes)
    .route('/', reportRoutes)
    .route('/', mineRoutes)
    .route('/', myReferencesRoutes)
    .route('/', answerReferencesRoutes)
    .route('/', offerRoutes)
    .route('/', deskRoutes),
  permissions: [
    ...invitationsPermissions,
    ...companiesPermissions,
    ...orderPermissions,
    ...exposurePermissions,
    ...quotePermissions,
  ],
  // The quotes last: they ask those whom the others have brought in.
  async demonstrate(world) {
    await demonstrateCompanies(world)
    await demonstrateInvitations(world)
    await demonstrateQuotes(world)
  },
  twins: [
    { page: orderPaths.order(), formats: ['json'] },
    { page: exposurePaths.ledger(), formats: ['csv', 'ods'] },
  ],
  navigation: [
    {
      label: 'Demandes de devis',
      href: quotePaths.list(),
      order: 66,
      who: ['operator', 'association'],
    },
    { label: 'Entreprises', href: deskPaths.list(), order: 59, who: ['operator', 'association'] },
    {
      label: 'Offres opérées',
      href: offerPaths.ofOrganisation.list(),
      order: 67,
      who: ['operator', 'association', 'network'],
    },
    { label: 'Mon entreprise', href: minePaths.home(), order: 60, who: ['company'] },
    { label: 'Références', href: minePaths.references(), order: 61, ...belowMine },
    { label: 'Offres opérées', href: offerPaths.ofCompany.list(), order: 62, ...belowMine },
    { label: 'Demandes reçues', href: quotePaths.received(), order: 67, who: ['company'] },
  ],
  jobs: [writeToTownHall, sendRequest, followQuotes, askReferencesJob],
  schedules: [
    { job: followQuotes, cron: '15 6 * * *', payload: {} },
    { job: askReferencesJob, cron: '20 8 * * *', payload: {} },
  ],
  async onStart({ db, log, clock }) {
    if (await loadTrainingProviders(db, clock())) log.info('recensement des entreprises commencé')
  },
}
