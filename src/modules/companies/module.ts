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

export { companiesToInvite } from './invitations/companies-to-invite.queries.ts'

export const companies: Module = {
  name: 'companies',
  routes: app()
    .route('/', invitationRoutes)
    .route('/', orderRoutes)
    .route('/', exposureRoutes)
    .route('/', censusRoutes)
    .route('/', claimsRoutes),
  permissions: [
    ...invitationsPermissions,
    ...companiesPermissions,
    ...orderPermissions,
    ...exposurePermissions,
  ],
  demonstrate: demonstrateInvitations,
  async onStart({ db, log, clock }) {
    if (await loadTrainingProviders(db, clock())) log.info('recensement des entreprises commencé')
  },
}
