import type { Hono } from 'hono'
import type { Env } from '#platform/http/app.ts'
import type { Permission } from '#platform/permissions.ts'
import type { Role } from '#values/role.ts'

/** For each route (`'GET /waves/:id'`), who may ask it and in which words. */
export type PermissionTable = ReadonlyMap<string, { readonly may: string; readonly who: ReadonlySet<Role> }>

/** Folds the modules' sentences into one table; a route that two sentences claim is a mistake, thrown. */
export function permissionTable(permissions: readonly Permission[]): PermissionTable {
  const table = new Map<string, { may: string; who: ReadonlySet<Role> }>()
  for (const { who, may, on } of permissions) {
    for (const route of on) {
      if (table.has(route)) throw new Error(`two permissions speak of ${route}`)
      table.set(route, { may, who: new Set(who) })
    }
  }
  return table
}

/** Every route that answers a method, in the table's own writing; middleware is not a route. */
export const routesOf = (web: Hono<Env>): string[] => [
  ...new Set(
    web.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`),
  ),
]

/** Routes that no sentence allows, and sentences about no route: both are mistakes of the modules. */
export function permissionFaults(web: Hono<Env>, table: PermissionTable) {
  const routes = routesOf(web)
  return {
    withoutSentence: routes.filter((route) => !table.has(route)),
    withoutRoute: [...table.keys()].filter((route) => !routes.includes(route)),
  }
}
