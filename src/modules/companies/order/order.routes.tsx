import type { Context } from 'hono'
import { z } from 'zod'
import { listNeeds } from '#modules/catalogue/index.ts'
import { app, type Env } from '#platform/http/app.ts'
import { readQuery } from '#platform/http/form.ts'
import { isId } from '#platform/ids.ts'
import { companyPaths } from '../companies.paths.ts'
import { areaNames } from '../services/area-names.queries.ts'
import { serviceKinds } from '../services/service.ts'
import { communeNamed, unnamedCommune } from './commune-named.action.ts'
import { fingerprint } from './draw-seed.action.ts'
import { explainAbsence } from './explain-absence.action.ts'
import { listHelpers } from './list-helpers.action.ts'
import { OrderPage } from './order.page.tsx'
import { workedExample } from './order-example.ts'
import { orderJson } from './order-json.ts'

const Words = z.object({
  need: z.string().trim().max(120).catch(''),
  commune: z.string().trim().max(120).catch(''),
  kind: z.enum(serviceKinds).optional().catch(undefined),
  software: z.string().max(2000).catch(''),
  company: z.string().trim().max(200).catch(''),
})

export const orderRoutes = app()
  .get('/companies/order', async (c) => {
    const { db, world } = c.var
    const { words, sought, communeProblem, isAsked } = await question(c)
    const [needs, listed, absence] = await Promise.all([
      listNeeds(db),
      isAsked ? listHelpers(world, sought) : undefined,
      words.company === '' ? undefined : explainAbsence(world, words.company, sought),
    ])
    const areas = absence?.status === 'told' ? absence.areas : []
    return c.render(
      <OrderPage
        listed={listed}
        example={workedExample(fingerprint)}
        needs={needs}
        typed={{ ...words, kind: words.kind ?? '' }}
        communeProblem={communeProblem}
        absence={absence}
        areaNames={await areaNames(db, areas)}
        now={world.clock()}
        exposuresHref={companyPaths.exposures()}
        baseUrl={world.config.baseUrl}
      />,
      {
        title: 'L’ordre que personne ne peut acheter',
        face: 'public',
        breadcrumb: [{ label: 'Entreprises', href: companyPaths.list() }, { label: 'L’ordre' }],
      },
    )
  })

  // For any program of anybody, in a browser too: these figures are public.
  .get('/companies/order.json', async (c) => {
    const { sought, communeProblem } = await question(c)
    c.header('access-control-allow-origin', '*')
    if (communeProblem) return c.json({ error: communeProblem }, 422)
    return c.json(orderJson(await listHelpers(c.var.world, sought)))
  })

async function question(c: Context<Env>) {
  const words = readQuery(c, Words)
  const named = words.commune === '' ? undefined : await communeNamed(c.var.db, words.commune)
  const softwareIds = words.software.split(/[+ ]/).filter(isId)
  const sought = {
    need: words.need || undefined,
    insee: named?.ok ? named.value.insee : undefined,
    kind: words.kind,
    softwareIds: softwareIds.length > 0 ? softwareIds : undefined,
  }
  return {
    words,
    sought,
    communeProblem: named && !named.ok ? unnamedCommune(named.proposals) : undefined,
    isAsked: Boolean(sought.need || sought.insee || sought.kind || sought.softwareIds),
  }
}
