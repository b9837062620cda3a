import { app } from '#platform/http/app.ts'
import type { Module } from '#platform/module.ts'
import { loadTrainingProviders } from './census/load-providers.action.ts'
import { companiesPermissions } from './companies.permissions.ts'

export const companies: Module = {
  name: 'companies',
  routes: app(),
  permissions: [...companiesPermissions],
  async onStart({ db, log, clock }) {
    if (await loadTrainingProviders(db, clock())) log.info('recensement des entreprises commencé')
  },
}
