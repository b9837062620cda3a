import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { Env } from '#platform/http/app.ts'
import { compress, encodingFor } from '#platform/http/compression.ts'
import { isWritten } from '#platform/http/written.ts'
import type { Module, TwinFormat } from '#platform/module.ts'
import { PublicLayout } from '#ui/public-layout.tsx'
import { WorkshopLayout } from '#ui/workshop-layout.tsx'
import type { Visitor } from '#values/visitor.ts'
import { railOf } from './rail.ts'
import { readTheme, themeCookie, themePath } from './theme.ts'
import type { Alternate, AlternatesOf } from './twins.ts'

const sources =
  'Sources : INSEE (code officiel géographique, populations), DGCL, La Poste, IGN (ADMIN EXPRESS), Service-Public.gouv.fr / DILA, ministère de l’Intérieur (RNE), ANCT, DINUM (SILL). Licence Ouverte 2.0.'

/** Sets every page in its layout: the public face, or the workshop with the rail that this visitor may follow. */
export function frame(modules: readonly Module[], alternatesOf: AlternatesOf) {
  const entries = modules.flatMap(({ navigation = [] }) => navigation).sort((a, b) => a.order - b.order)

  return createMiddleware<Env>(async (c, next) => {
    c.setRenderer((content, page) => {
      const { visitor, world } = c.var
      const alternates = alternatesOf(c.req.url)
      const common = {
        ...page,
        theme: readTheme(getCookie(c, themeCookie)),
        banner: world.config.isDemo ? demonstration : undefined,
        alternates,
        footer: <Footer alternates={alternates} />,
      }
      // A page within another's care, as its breadcrumb says, lights that one in the rail.
      const place = page.breadcrumb?.[0]?.href ?? c.req.path
      const shown = isWritten(content) ? hole : content
      const whole =
        visitor.role === 'public' || page.face === 'public' ? (
          <PublicLayout {...common} links={publicLinks(visitor, place)}>
            {shown}
          </PublicLayout>
        ) : (
          <WorkshopLayout
            {...common}
            navigation={railOf(entries, visitor, place)}
            goTo={{ action: '/communes' }}
            person={personMenu(visitor)}
            themeSwitch={{ action: themePath }}
          >
            {shown}
          </WorkshopLayout>
        )
      return send(c, whole, content)
    })
    await next()
  })
}

// As bytes at once: given a text, the server would measure it, then write it, and a long list is long to measure.
async function send(c: Context<Env>, page: HtmlEscapedString | Promise<HtmlEscapedString>, content: unknown) {
  const text = await (await page).toString()
  const bytes = isWritten(content) ? filled(text, content.bytes) : Buffer.from(text)
  const small = await packed(c, bytes)
  return c.body(small?.bytes ?? bytes, {
    headers: { 'content-type': 'text/html; charset=UTF-8', ...small?.headers },
  })
}

// What is everybody's is compressed; a member's page may hold what its size would betray to whoever listens.
async function packed(c: Context<Env>, page: Uint8Array) {
  const encoding = c.var.visitor.role === 'public' ? encodingFor(c.req.header('accept-encoding')) : undefined
  const bytes = encoding && (await compress(page, encoding))

  return bytes && { bytes, headers: { 'content-encoding': encoding, vary: 'accept-encoding, cookie' } }
}

// Where bytes already written take their place; no content can hold it, for theirs is escaped.
const hole = raw('<!-- content -->')

function filled(page: string, content: Uint8Array) {
  const [before = '', after = ''] = page.split(String(hole))
  return Buffer.concat([Buffer.from(before), content, Buffer.from(after)])
}

const demonstration =
  'Démonstration : les communes sont réelles, tout le reste est inventé. Rien ne part d’ici.'

function publicLinks(visitor: Visitor, place: string) {
  const links = [
    { label: 'Besoins', href: '/needs' },
    { label: 'Logiciels', href: '/software' },
    { label: 'Entreprises', href: '/companies' },
    { label: 'Répondre à une lettre', href: '/r' },
    { label: 'Aide', href: '/aide' },
    visitor.role === 'public'
      ? { label: 'Entrer', href: '/sign-in' }
      : { label: 'Retour à l’atelier', href: doors[visitor.role] ?? '/' },
  ]
  return links.map((link) => ({ ...link, current: place === link.href || place.startsWith(`${link.href}/`) }))
}

// Where each works, once signed in.
const doors: Partial<Record<Visitor['role'], string>> = {
  operator: '/territory',
  association: '/territory',
  network: '/territory',
  company: '/my-company',
}

const personMenu = (visitor: Exclude<Visitor, { role: 'public' }>) => ({
  name: visitor.name,
  organisation: 'organisation' in visitor ? visitor.organisation.name : undefined,
  links: [
    ...('organisation' in visitor ? [{ label: 'Collègues', href: '/members' }] : []),
    { label: 'Aide', href: '/aide' },
  ],
  signOut: '/sign-out',
})

const Footer = ({ alternates }: { alternates: readonly Alternate[] }): Child => (
  <>
    <p>{sources}</p>
    {alternates.length > 0 && (
      <p>
        Cette page existe aussi en{' '}
        {alternates.map(({ format, href }, rank) => (
          <>
            {rank > 0 && ', '}
            <a href={href}>{twinNames[format]}</a>
          </>
        ))}
        .
      </p>
    )}
  </>
)

const twinNames: Record<TwinFormat, string> = {
  json: 'JSON',
  jsonld: 'JSON-LD',
  csv: 'CSV',
  ods: 'ODS',
  atom: 'Atom',
  pdf: 'PDF',
}
