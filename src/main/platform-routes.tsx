import { sql } from 'drizzle-orm'
import type { Context } from 'hono'
import { setCookie } from 'hono/cookie'
import { z } from 'zod'
import { app, type Env } from '#platform/http/app.ts'
import { readForm } from '#platform/http/form.ts'
import { NotFound } from '#platform/http/refusals.ts'
import { allow } from '#platform/permissions.ts'
import { assets } from '#ui/assets.ts'
import { roles } from '#values/role.ts'
import { readTheme, themeCookie, themePath } from './theme.ts'

export const platformPermissions = [
  allow(roles, 'recevoir la feuille de style, les polices et le dessin', 'GET /assets/:name'),
  allow(roles, 'savoir si Beffroi répond', 'GET /health'),
  allow(roles, 'choisir le thème clair ou sombre', 'POST /theme'),
]

const year = 31_536_000
const ThemeForm = z.object({ theme: z.string() })

/** What belongs to no module: assets, the health of the process, the theme. */
export const platformRoutes = app()
  .get('/assets/:name', (c) => {
    const asset = assets[c.req.param('name')]
    if (!asset) throw new NotFound('Ce fichier n’existe pas.')
    return c.body(Buffer.from(asset.body), 200, {
      'content-type': asset.type,
      'cache-control': 'public, max-age=31536000, immutable',
    })
  })

  .get('/health', async (c) => {
    await c.var.db.execute(sql`select 1`)
    return c.json({ ok: true })
  })

  .post(themePath, async (c) => {
    const form = await readForm(c, ThemeForm)
    if (!form.ok) return c.redirect('/', 303)

    setCookie(c, themeCookie, readTheme(form.value.theme), {
      path: '/',
      maxAge: year,
      sameSite: 'Lax',
      httpOnly: true,
    })
    return c.redirect(cameFrom(c), 303)
  })

// The page that the form stands on, told by the browser; only an address of ours may be come back to.
function cameFrom(c: Context<Env>) {
  const referer = c.req.header('referer') ?? ''
  if (!URL.canParse(referer)) return '/'
  const { host, pathname, search } = new URL(referer)
  return host === c.req.header('host') && !pathname.startsWith('//') ? `${pathname}${search}` : '/'
}
