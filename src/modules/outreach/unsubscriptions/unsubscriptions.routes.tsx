import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { z } from 'zod'
import { findOrganisation } from '#modules/organisations/index.ts'
import { programmeIfFounded } from '#modules/programme/index.ts'
import { app, type Env } from '#platform/http/app.ts'
import { findDelivery } from '../deliveries/deliveries.queries.ts'
import { honourProbe, probeOfToken } from '../probes/honour-probe.action.ts'
import { deliveryOfToken, unsubscribe } from './unsubscribe.action.ts'
import { UnknownTokenPage, UnsubscribedPage, UnsubscriptionPage } from './unsubscription.page.tsx'

// What a mailbox posts by itself says nothing more than « List-Unsubscribe=One-Click »: it means everything.
const Asked = z.object({
  scope: z.enum(['all', 'email']).catch('all'),
  reason: z.string().trim().max(200).catch(''),
  'List-Unsubscribe': z.string().optional().catch(undefined),
})

// A page about one town hall is kept by no search engine and by no shared machine.
const discreet = createMiddleware<Env>(async (c, next) => {
  await next()
  c.header('x-robots-tag', 'noindex, nofollow')
  c.header('cache-control', 'no-store')
})

export const unsubscriptionRoutes = app()
  .use('/o/*', discreet)

  // Changes nothing: the robots that guard mailboxes open every link.
  .get('/o/:token', async (c) => {
    const token = c.req.param('token')
    const id = await deliveryOfToken(c.var.world, token)
    if (id === undefined) return showUnknown(c)

    const { addressee: name, nameType } = await findDelivery(c.var.db, id)
    return c.render(<UnsubscriptionPage token={token} addressee={{ name, nameType }} />, {
      title: 'Ne plus recevoir nos courriels',
      face: 'public',
    })
  })

  // RFC 8058 §3: no cookie, no sign-in, no redirection.
  .post('/o/:token', async (c) => {
    const {
      scope,
      reason,
      'List-Unsubscribe': byMailbox,
    } = Asked.parse(await c.req.parseBody().catch(() => ({})))
    const origin = byMailbox ? 'désinscription en un clic' : 'page de désinscription'
    const decision = await unsubscribe(c.var.world, c.req.param('token'), { scope, reason, origin })
    if (!decision.ok) return (await takeProbe(c)) ?? showUnknown(c)

    const { addressee: name, nameType } = await findDelivery(c.var.db, decision.value.deliveryId)
    return c.render(<UnsubscribedPage scope={scope} addressee={{ name, nameType }} />, {
      title: 'C’est fait',
      face: 'public',
    })
  })

/** An opposition that Beffroi posts to this very link before a launch; nothing for any other token. */
async function takeProbe(c: Context<Env>) {
  const probe = await probeOfToken(c.var.world, c.req.param('token') ?? '')
  if (!probe) return undefined

  await honourProbe(c.var.world, probe)
  return c.text('Essai.')
}

async function showUnknown(c: Context<Env>) {
  const programme = await programmeIfFounded(c.var.db)
  const contact = programme && (await findOrganisation(c.var.db, programme.operatorId))
  c.status(404)
  return c.render(<UnknownTokenPage contact={contact} />, { title: 'Ce lien ne va pas', face: 'public' })
}
