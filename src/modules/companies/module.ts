import { app } from '#platform/http/app.ts'
import type { Module } from '#platform/module.ts'
import { censusRoutes } from './census/census.routes.tsx'
import { loadTrainingProviders } from './census/load-providers.action.ts'
import { claimsRoutes } from './claims/claims.routes.tsx'
import { companiesPermissions } from './companies.permissions.ts'
import { exposurePermissions } from './exposures/exposures.permissions.ts'
import { exposureRoutes } from './exposures/exposures.routes.tsx'
import { orderPermissions } from './order/order.permissions.ts'
import { orderRoutes } from './order/order.routes.tsx'

export const companies: Module = {
  name: 'companies',
  routes: app()
    .route('/', orderRoutes)
    .route('/', exposureRoutes)
    .route('/', censusRoutes)
    .route('/', claimsRoutes),
  permissions: [...companiesPermissions, ...orderPermissions, ...exposurePermissions],
  async onStart({ db, log, clock }) {
    if (await loadTrainingProviders(db, clock())) log.info('recensement des entreprises commencé')
  },
}
