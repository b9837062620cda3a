import { app } from '#platform/http/app.ts'
import type { Module } from '#platform/module.ts'
import { censusRoutes } from './census/census.routes.tsx'
import { loadTrainingProviders } from './census/load-providers.action.ts'
import { claimsRoutes } from './claims/claims.routes.tsx'
import { companiesPermissions } from './companies.permissions.ts'

export const companies: Module = {
  name: 'companies',
  routes: app().route('/', censusRoutes).route('/', claimsRoutes),
  permissions: [...companiesPermissions],
  async onStart({ db, log, clock }) {
    if (await loadTrainingProviders(db, clock())) log.info('recensement des entreprises commencé')
  },
}
