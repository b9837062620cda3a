import { app } from '#platform/http/app.ts'
import type { Module } from '#platform/module.ts'
import { machinesPermissions } from './machines/machines.permissions.ts'
import { machineRoutes } from './machines/machines.routes.ts'
import { twins } from './machines/twins.ts'

export const directory: Module = {
  name: 'directory',
  routes: app().route('/', machineRoutes),
  permissions: [...machinesPermissions],
  twins,
}
