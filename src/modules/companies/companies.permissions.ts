import type { Permission } from '#platform/permissions.ts'

export const companiesPermissions: readonly Permission[] = []
