import { getCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import type { Child } from 'hono/jsx'
import type { Env } from '#platform/http/app.ts'
import type { Module, NavigationEntry } from '#platform/module.ts'
import { PublicLayout } from '#ui/public-layout.tsx'
import { WorkshopLayout } from '#ui/workshop-layout.tsx'
import type { Visitor } from '#values/visitor.ts'
import { readTheme, themeCookie, themePath } from './theme.ts'

const sources =
  'Sources : INSEE (code officiel géographique, populations), DGCL, La Poste, IGN (ADMIN EXPRESS), Service-Public.gouv.fr / DILA, ministère de l’Intérieur (RNE), ANCT. Licence Ouverte 2.0.'

/** Sets every page in its layout: the public face, or the workshop with the rail that this visitor may follow. */
export function frame(modules: readonly Module[]) {
  const entries = modules.flatMap(({ navigation = [] }) => navigation).sort((a, b) => a.order - b.order)

  return createMiddleware<Env>(async (c, next) => {
    c.setRenderer((content, page) => {
      const { visitor, world } = c.var
      const common = {
        ...page,
        theme: readTheme(getCookie(c, themeCookie)),
        banner: world.config.isDemo ? demonstration : undefined,
        footer: <Footer />,
      }
      // A page within another's care, as its breadcrumb says, lights that one in the rail.
      const place = page.breadcrumb?.[0]?.href ?? c.req.path
      return c.html(
        visitor.role === 'public' || page.face === 'public' ? (
          <PublicLayout {...common} links={publicLinks(visitor)}>
            {content}
          </PublicLayout>
        ) : (
          <WorkshopLayout
            {...common}
            navigation={railOf(entries, visitor, place)}
            goTo={{ action: '/communes' }}
            person={personMenu(visitor)}
            themeSwitch={{ action: themePath }}
          >
            {content}
          </WorkshopLayout>
        ),
      )
    })
    await next()
  })
}

const demonstration =
  'Démonstration : les communes sont réelles, tout le reste est inventé. Rien ne part d’ici.'

const publicLinks = (visitor: Visitor) => [
  { label: 'Répondre à une lettre', href: '/r' },
  { label: 'Aide', href: '/aide' },
  visitor.role === 'public'
    ? { label: 'Entrer', href: '/sign-in' }
    : { label: 'Retour à l’atelier', href: '/territory' },
]

const railOf = (entries: readonly NavigationEntry[], { role }: Visitor, place: string) =>
  entries
    .filter(({ who }) => who.includes(role))
    .map(({ label, href }) => ({ label, href, current: place === href || place.startsWith(`${href}/`) }))

const personMenu = (visitor: Exclude<Visitor, { role: 'public' }>) => ({
  name: visitor.name,
  organisation: 'organisation' in visitor ? visitor.organisation.name : undefined,
  links: [
    ...('organisation' in visitor ? [{ label: 'Collègues', href: '/members' }] : []),
    { label: 'Aide', href: '/aide' },
  ],
  signOut: '/sign-out',
})

const Footer = (): Child => <p>{sources}</p>
