import { app } from '#platform/http/app.ts'
import type { Module } from '#platform/module.ts'
import { companiesPermissions } from './companies.permissions.ts'

export const companies: Module = {
  name: 'companies',
  routes: app(),
  permissions: [...companiesPermissions],
}
