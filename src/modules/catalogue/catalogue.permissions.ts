import type { Permission } from '#platform/permissions.ts'

export const cataloguePermissions: readonly Permission[] = []
