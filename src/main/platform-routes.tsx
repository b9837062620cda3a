import { sql } from 'drizzle-orm'
import type { Context } from 'hono'
import { setCookie } from 'hono/cookie'
import { z } from 'zod'
import { app, type Env } from '#platform/http/app.ts'
import { compress, type Encoding, encodingFor } from '#platform/http/compression.ts'
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
  .get('/assets/:name', async (c) => {
    const name = c.req.param('name')
    const asset = assets[name]
    if (!asset) throw new NotFound('Ce fichier n’existe pas.')
    const encoding = encodingFor(c.req.header('accept-encoding'))
    const small = encoding && (await packedOnce(name, encoding))
    return c.body(Buffer.from(small ?? asset.body), 200, {
      ...(small && { 'content-encoding': encoding }),
      vary: 'accept-encoding',
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

const packed = new Map<string, ReturnType<typeof compress>>()

/** An asset never changes under its name: it is compressed at its first asking. A font is already. */
function packedOnce(name: string, encoding: Encoding) {
  const asset = assets[name]
  const key = `${encoding} ${name}`
  if (asset && !packed.has(key)) packed.set(key, compress(asset.body, encoding, { once: true }))
  return packed.get(key)
}

// The page that the form stands on, told by the browser; only an address of ours may be come back to.
function cameFrom(c: Context<Env>) {
  const referer = c.req.header('referer') ?? ''
  if (!URL.canParse(referer)) return '/'
  const { host, pathname, search } = new URL(referer)
  return host === c.req.header('host') && !pathname.startsWith('//') ? `${pathname}${search}` : '/'
}
