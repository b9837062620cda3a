import { app } from '#platform/http/app.ts'
import type { Module } from '#platform/module.ts'
import { directoryPermissions } from './directory.permissions.ts'
import { findRoutes } from './finding/find.routes.tsx'
import { homeRoutes } from './home/home.routes.tsx'
import { machinesPermissions } from './machines/machines.permissions.ts'
import { machineRoutes } from './machines/machines.routes.ts'
import { twins } from './machines/twins.ts'
import { needRoutes } from './needs/need.routes.tsx'
import { paperPermissions } from './paper/paper.permissions.ts'
import { paperRoutes } from './paper/paper.routes.tsx'
import { softwareRoutes } from './software/software.routes.tsx'

export const directory: Module = {
  name: 'directory',
  routes: app()
    .route('/', machineRoutes)
    .route('/', paperRoutes)
    .route('/', homeRoutes)
    .route('/', findRoutes)
    .route('/', needRoutes)
    .route('/', softwareRoutes),
  permissions: [...directoryPermissions, ...machinesPermissions, ...paperPermissions],
  twins,
}
