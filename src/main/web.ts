import { Hono } from 'hono'
import { csrf } from 'hono/csrf'
import { createMiddleware } from 'hono/factory'
import { secureHeaders } from 'hono/secure-headers'
import type { Env } from '#platform/http/app.ts'
import type { Module } from '#platform/module.ts'
import type { World } from '#platform/world.ts'
import { authorise } from './authorise.ts'
import { describeFailure } from './failure.tsx'
import { frame } from './frame.tsx'
import { permissionTable } from './permission-table.ts'
import { platformPermissions, platformRoutes } from './platform-routes.tsx'
import { alternatesIn, leadToTwin } from './twins.ts'

/** The whole application for one world: every module's routes behind the table of permissions, denied by default. */
export function createWeb(world: World, modules: readonly Module[]): Hono<Env> {
  const table = permissionTable(
    [platformPermissions, ...modules.map(({ permissions }) => permissions)].flat(),
  )
  const identify = modules.find((module) => module.identify)?.identify
  const alternatesOf = alternatesIn(modules)
  const web = new Hono<Env>()

  web.use(secureHeaders(headers), refuseForgery)
  web.use(async (c, next) => {
    c.set('world', world)
    c.set('db', world.db)
    c.set('visitor', identify ? await identify(world, c.req.raw) : { role: 'public' })
    await next()
  })
  web.use(frame(modules, alternatesOf), refuseUnreadable, authorise(table), leadToTwin(alternatesOf))
  web.route('/', platformRoutes)
  for (const { routes } of modules) if (routes) web.route('/', routes)
  web.notFound((c) => describeFailure(c))
  web.onError((error, c) => describeFailure(c, error))
  return web
}

// A form posted from another site is dangerous through the session it borrows. Without a cookie there is none, and an old
// browser, which says neither where a form comes from nor what it is, may still answer a letter.
const sameSite = csrf()
const refuseForgery = createMiddleware<Env>((c, next) =>
  c.req.header('cookie') ? sameSite(c, next) : next(),
)

// No page has a null character in its address, and PostgreSQL refuses one loudly.
const refuseUnreadable = createMiddleware<Env>(async (c, next) =>
  c.req.url.includes('%00') ? c.notFound() : next(),
)

// Nothing from elsewhere: no script but our own, no frame around us, no address told to other sites.
const headers = {
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:'],
    frameSrc: ["'self'"],
    // a browser shows a PDF of ours, in its frame, as an object
    objectSrc: ["'self'"],
    frameAncestors: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
  },
  xFrameOptions: 'SAMEORIGIN',
  referrerPolicy: 'same-origin',
  strictTransportSecurity: false,
  // a page may be stricter: a letter or an e-mail shown in a frame opens nothing and runs nothing
  overwrite: false,
}
