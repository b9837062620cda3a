import { accepts } from 'hono/accepts'
import { createMiddleware } from 'hono/factory'
import type { Env } from '#platform/http/app.ts'
import { type Module, type TwinFormat, twinTypes } from '#platform/module.ts'

/** The files that a page also is, each with its address; filters stay in it. */
export type Alternate = { readonly format: TwinFormat; readonly type: string; readonly href: string }

export type AlternatesOf = (url: string) => readonly Alternate[]

/** Reads which pages of the modules are files too; a page's own list is empty most often. */
export function alternatesIn(modules: readonly Module[]): AlternatesOf {
  const declared = modules
    .flatMap(({ twins = [] }) => twins)
    .map(({ page, formats }) => ({ pattern: patternOf(page), formats }))

  return (url) => {
    const { pathname, search } = new URL(url)
    const formats = declared.find(({ pattern }) => pattern.test(pathname))?.formats ?? []
    return formats.map((format) => ({
      format,
      type: twinTypes[format],
      href: `${pathname}.${format}${search}`,
    }))
  }
}

const patternOf = (page: string) => new RegExp(`^${page.replace(/:[a-z]+/gi, '[^/.]+')}$`)

/** Leads a client that prefers a file to the page's twin of that type; a browser, which prefers HTML, never notices. */
export const leadToTwin = (alternatesOf: AlternatesOf) =>
  createMiddleware<Env>(async (c, next) => {
    const alternates = c.req.method === 'GET' ? alternatesOf(c.req.url) : []
    if (alternates.length === 0) return next()

    const supports = ['text/html', ...alternates.map(({ type }) => type)]
    const wanted = accepts(c, { header: 'Accept', supports, default: 'text/html' })
    const twin = alternates.find(({ type }) => type === wanted)
    if (twin) c.res = c.redirect(twin.href, 303)
    else await next()
    c.header('vary', 'Accept', { append: true })
  })
