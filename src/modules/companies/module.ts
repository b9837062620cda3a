import { app } from '#platform/http/app.ts'
import type { Module } from '#platform/module.ts'
import { censusRoutes } from './census/census.routes.tsx'
import { loadTrainingProviders } from './census/load-providers.action.ts'
import { claimsRoutes } from './claims/claims.routes.tsx'
import { companiesPermissions } from './companies.permissions.ts'
import { exposurePermissions } from './exposures/exposures.permissions.ts'
import { exposureRoutes } from './exposures/exposures.routes.tsx'
import { demonstrateInvitations } from './invitations/demonstrate-invitations.action.ts'
import { invitationsPermissions } from './invitations/invitations.permissions.ts'
import { invitationRoutes } from './invitations/invitations.routes.tsx'
import { orderPermissions } from './order/order.permissions.ts'
import { orderRoutes } from './order/order.routes.tsx'
import { askQuoteRoutes } from './quotes/ask-quotes.routes.tsx'
import { followQuotes } from './quotes/follow-quotes.job.ts'
import { sendRequest, writeToTownHall } from './quotes/quote-mails.job.ts'
import { quotePaths } from './quotes/quotes.paths.ts'
import { quotePermissions } from './quotes/quotes.permissions.ts'
import { quoteRoutes } from './quotes/quotes.routes.tsx'

export { companiesToInvite } from './invitations/companies-to-invite.queries.ts'

export const companies: Module = {
  name: 'companies',
  routes: app()
    .route('/', invitationRoutes)
    .route('/', orderRoutes)
    .route('/', exposureRoutes)
    .route('/', askQuoteRoutes)
    .route('/', quoteRoutes)
    .route('/', censusRoutes)
    .route('/', claimsRoutes),
  permissions: [
    ...invitationsPermissions,
    ...companiesPermissions,
    ...orderPermissions,
    ...exposurePermissions,
    ...quotePermissions,
  ],
  demonstrate: demonstrateInvitations,
  navigation: [
    {
      label: 'Demandes de devis',
      href: quotePaths.list(),
      order: 66,
      who: ['operator', 'association'],
    },
    { label: 'Demandes reçues', href: quotePaths.received(), order: 67, who: ['company'] },
  ],
  jobs: [writeToTownHall, sendRequest, followQuotes],
  schedules: [{ job: followQuotes, cron: '15 6 * * *', payload: {} }],
  async onStart({ db, log, clock }) {
    if (await loadTrainingProviders(db, clock())) log.info('recensement des entreprises commencé')
  },
}
