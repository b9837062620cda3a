import { app } from '#platform/http/app.ts'
import type { Module } from '#platform/module.ts'
import { cataloguePermissions } from './catalogue.permissions.ts'
import { demonstrateCatalogue } from './demonstrate.action.ts'

export const catalogue: Module = {
  name: 'catalogue',
  routes: app(),
  permissions: [...cataloguePermissions],
  demonstrate: demonstrateCatalogue,
}
