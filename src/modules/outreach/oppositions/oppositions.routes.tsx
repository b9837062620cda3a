import type { Context } from 'hono'
import { z } from 'zod'
import { findCommunes } from '#modules/communes/index.ts'
import { app, type Env } from '#platform/http/app.ts'
import { type FormValues, type Problem, readForm, readQuery } from '#platform/http/form.ts'
import { NotFound } from '#platform/http/refusals.ts'
import { isId } from '#platform/ids.ts'
import { parseEmail } from '#values/email.ts'
import { memberName } from '../member-name.ts'
import { outreachPaths } from '../waves/waves.paths.ts'
import { lift, opposeAddress, opposeTownHall } from './oppose.action.ts'
import { oppositionChannels } from './opposition.ts'
import { OppositionListPage } from './opposition-list.page.tsx'
import { countOppositions, listOppositions, oppositionPageSize } from './oppositions.queries.ts'

const NewOpposition = z.object({
  commune: z.string().trim(),
  address: z.string().trim(),
  channel: z.enum(oppositionChannels),
  origin: z.string().trim().min(1, 'Dites comment elle l’a demandé.').max(200),
})

const Lifting = z.object({
  evidence: z
    .string()
    .trim()
    .min(1, 'Citez la demande de la mairie : sans elle, l’opposition reste.')
    .max(500),
})

export const oppositionRoutes = app()
  .get('/oppositions', (c) => show(c))

  .post('/oppositions', async (c) => {
    const form = await readForm(c, NewOpposition)
    if (!form.ok) return show(c, form)

    const said = { origin: form.value.origin, by: memberName(c), at: c.var.world.clock() }
    const { commune, address, channel } = form.value
    const typed = { ...form.value }
    if (commune === '' && address === '')
      return show(c, { typed, problems: [problemOf('commune', 'Donnez une commune, ou une adresse.')] })
    const [townHall] = commune === '' ? [] : await findCommunes(c.var.db, [commune])
    if (commune !== '' && !townHall)
      return show(c, {
        typed,
        problems: [problemOf('commune', 'Ce code INSEE n’est celui d’aucune commune.')],
      })
    if (address !== '' && !parseEmail(address).ok)
      return show(c, { typed, problems: [problemOf('address', 'Cette adresse n’en est pas une.')] })

    await c.var.db.transaction(async (tx) => {
      if (townHall) await opposeTownHall(tx, { insee: townHall.insee, channel, ...said })
      if (address !== '') await opposeAddress(tx, c.var.world.config.secret, { address, ...said })
    })
    return c.redirect(`${outreachPaths.oppositions()}?done=recorded`, 303)
  })

  .post('/oppositions/:id/lifting', async (c) => {
    const form = await readForm(c, Lifting)
    const id = c.req.param('id')
    if (!isId(id)) throw new NotFound('Cette opposition n’existe pas.')
    if (!form.ok) return show(c, { problems: form.problems, typed: {} })

    const decision = await lift(c.var.world, id, { evidence: form.value.evidence, by: memberName(c) })
    if (!decision.ok) throw new NotFound('Cette opposition n’est plus en vigueur.')
    return c.redirect(`${outreachPaths.oppositions()}?done=lifted`, 303)
  })

const problemOf = (field: string, message: string): Problem => ({ field, message })

const Words = z.object({
  q: z.string().trim().max(80).catch(''),
  lifted: z.enum(['oui', '']).catch(''),
  page: z.coerce.number().int().min(1).catch(1),
  done: z.enum(['recorded', 'lifted']).optional().catch(undefined),
})

const notices = {
  recorded: 'L’opposition est inscrite : ce qui n’était pas parti ne partira pas.',
  lifted: 'L’opposition est levée.',
}

type Refused = { readonly problems: readonly Problem[]; readonly typed: FormValues }

async function show(c: Context<Env>, refused?: Refused) {
  const { q: search, lifted, page, done } = readQuery(c, Words)
  const isLifted = lifted === 'oui'
  const [{ total, oppositions }, inForce] = await Promise.all([
    listOppositions(c.var.db, { search, isLifted, page }),
    countOppositions(c.var.db),
  ])
  if (refused) c.status(422)
  return c.render(
    <OppositionListPage
      oppositions={oppositions}
      total={total}
      inForce={inForce}
      search={search}
      isLifted={isLifted}
      page={page}
      pages={Math.ceil(total / oppositionPageSize)}
      notice={done && notices[done]}
      {...refused}
    />,
    { title: 'Oppositions' },
  )
}
