import type { Context } from 'hono'
import { z } from 'zod'
import { app, type Env } from '#platform/http/app.ts'
import { NotFound } from '#platform/http/refusals.ts'
import { listSigningKeys, makeSigningKey, retireKey } from '#platform/mail/signing-keys.ts'
import { lanePaths } from '../lanes/lanes.paths.ts'
import { memberName } from '../member-name.ts'
import { checkDomain, relayHostOf } from './check-domain.action.ts'
import { recordsToPublish } from './dns-records.ts'
import { SigningPage } from './signing.page.tsx'
import { signingPaths } from './signing.paths.ts'
import { lastCheck, sendingDomain } from './signing.queries.ts'

const notices = {
  made: 'La clé est créée. Publiez son enregistrement DKIM, puis relancez le contrôle : elle signera dès qu’il sera vu.',
  checked: 'Le domaine vient d’être contrôlé.',
  retired: 'L’ancienne clé est retirée : son enregistrement peut quitter votre zone.',
}
const Done = z.enum(['made', 'checked', 'retired']).optional().catch(undefined)

export const signingRoutes = app()
  .get('/signing', (c) => show(c))

  .post('/signing/keys', async (c) => {
    const { db, config, clock } = c.var.world
    await makeSigningKey(db, config.secret, sendingDomain(config), memberName(c), clock())
    return c.redirect(`${signingPaths.page()}?done=made`, 303)
  })

  .post('/signing/keys/:id/retirement', async (c) => {
    const { db, config, clock } = c.var.world
    const id = c.req.param('id')
    const keys = await listSigningKeys(db, sendingDomain(config))
    if (!keys.some((key) => key.id === id)) throw new NotFound('Cette clé n’existe pas.')
    if (id === keys.find(({ inUseSince, retiredAt }) => inUseSince && !retiredAt)?.id)
      return show(c, 'still-signing')

    await retireKey(db, id, memberName(c), clock())
    return c.redirect(`${signingPaths.page()}?done=retired`, 303)
  })

  .post('/signing/checks', async (c) => {
    const decision = await checkDomain(c.var.world)
    return decision.ok ? c.redirect(`${signingPaths.page()}?done=checked`, 303) : show(c, decision.reason)
  })

const refusals = {
  'directory-unreachable':
    'L’annuaire des noms (DNS) ne répond pas : rien n’a été enregistré, le contrôle précédent reste. Réessayez dans quelques minutes.',
  'still-signing':
    'Cette clé signe encore nos courriels. Créez-en une autre, publiez-la, relancez le contrôle : celle-ci pourra alors être retirée.',
}

async function show(c: Context<Env>, refusal?: keyof typeof refusals) {
  const { db, config } = c.var.world
  const domain = sendingDomain(config)
  const [keys, check] = await Promise.all([listSigningKeys(db, domain), lastCheck(db, domain)])
  const [newest] = keys.filter(({ retiredAt }) => retiredAt === null)
  const relayHost = relayHostOf(config)
  const done = Done.parse(c.req.query('done'))
  if (refusal) c.status(422)
  return c.render(
    <SigningPage
      domain={domain}
      relayHost={relayHost}
      returns={config.mailReturns}
      keys={keys.map(({ id, selector, createdAt, createdBy, inUseSince, retiredAt }) => ({
        id,
        selector,
        createdAt,
        createdBy,
        inUseSince,
        retiredAt,
      }))}
      records={newest ? recordsToPublish({ ...newest, relayHost, mailFrom: config.mailFrom }) : []}
      check={check}
      mayAct={c.var.visitor.role === 'operator'}
      notice={done && notices[done]}
      refusal={refusal && refusals[refusal]}
    />,
    { title: 'Signature des courriels', breadcrumb: [{ label: 'Voies d’envoi', href: lanePaths.list() }] },
  )
}
