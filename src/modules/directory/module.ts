import { app } from '#platform/http/app.ts'
import type { Module } from '#platform/module.ts'
import { machinesPermissions } from './machines/machines.permissions.ts'
import { machineRoutes } from './machines/machines.routes.ts'
import { twins } from './machines/twins.ts'
import { paperPermissions } from './paper/paper.permissions.ts'
import { paperRoutes } from './paper/paper.routes.tsx'

export const directory: Module = {
  name: 'directory',
  routes: app().route('/', machineRoutes).route('/', paperRoutes),
  permissions: [...machinesPermissions, ...paperPermissions],
  twins,
}
