import { createMiddleware } from 'hono/factory'
import type { Env } from '#platform/http/app.ts'

/** A page behind a link that one person holds: kept by no search engine and by no shared machine. */
export const discreet = createMiddleware<Env>(async (c, next) => {
  await next()
  c.header('x-robots-tag', 'noindex, nofollow')
  c.header('cache-control', 'no-store')
})
