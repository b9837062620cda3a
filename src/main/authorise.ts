import { createMiddleware } from 'hono/factory'
import { matchedRoutes } from 'hono/route'
import type { Env } from '#platform/http/app.ts'
import { Forbidden } from '#platform/http/refusals.ts'
import type { PermissionTable } from './permission-table.ts'

/**
 * Lets a request through when a sentence of the table allows it, and nothing else. The public is sent to the sign-in
 * page, a newcomer to the founding or waiting page, a member is told no.
 */
export const authorise = (table: PermissionTable) =>
  createMiddleware<Env>(async (c, next) => {
    const route = matchedRoutes(c).find(({ method }) => method !== 'ALL')
    if (!route) return next()

    const permission = table.get(`${route.method} ${route.path}`)
    const { role } = c.var.visitor
    if (permission?.who.has(role)) return next()
    if (role === 'public' && c.req.method === 'GET') {
      return c.redirect(`/sign-in?next=${encodeURIComponent(c.req.path)}`, 303)
    }
    if (role === 'newcomer' && c.req.method === 'GET') return c.redirect('/founding', 303)
    throw new Forbidden(
      permission
        ? `Votre organisme ne peut pas ${permission.may}.`
        : 'Cette action n’est ouverte à personne : aucune permission n’en parle.',
    )
  })
