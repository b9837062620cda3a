import type { Permission } from '#platform/permissions.ts'
import { harvestPermissions } from './harvest/harvest.permissions.ts'
import { lockPermissions } from './locks/locks.permissions.ts'
import { needsPermissions } from './needs/needs.permissions.ts'
import { publiccodePermissions } from './publiccode/publiccode.permissions.ts'
import { softwarePermissions } from './software/software.permissions.ts'
import { livePermissions } from './sources/live/live.permissions.ts'
import { usagePermissions } from './usages/usages.permissions.ts'

export const cataloguePermissions: readonly Permission[] = [
  ...softwarePermissions,
  ...needsPermissions,
  ...usagePermissions,
  ...lockPermissions,
  ...publiccodePermissions,
  ...livePermissions,
  ...harvestPermissions,
]
