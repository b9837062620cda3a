import type { Context } from 'hono'
import { z } from 'zod'
import { app, type Env } from '#platform/http/app.ts'
import { type Problem, readForm, readQuery } from '#platform/http/form.ts'
import { isId, newId } from '#platform/ids.ts'
import { memberName } from '../member-name.ts'
import { listMessages } from '../messages/messages.queries.ts'
import { isForCompanies } from '../messages/models.ts'
import { companiesToInvite } from './companies-to-invite.ts'
import { companyFilters } from './company-filters.ts'
import { CompanyWaveFormPage } from './company-wave-form.page.tsx'
import { showWave } from './wave.routes.tsx'
import { outreachPaths } from './waves.paths.ts'
import { findWave, insertWave, updateDraft, type Wave } from './waves.queries.ts'

const CompanyWaveForm = companyFilters.extend({
  once: z.string().optional(),
  name: z.string().trim().min(1, 'Donnez un nom à la vague.').max(120),
  message: z.string().refine(isId, 'Choisissez un message.'),
  recentDays: z.coerce
    .number('Écrivez un nombre de jours.')
    .int()
    .min(30, 'Un mois au moins entre deux invitations.')
    .max(3650, 'Dix ans au plus.'),
})

/** The waves to the companies of the census: prepared from it, then as any other wave. */
export const companyWaveRoutes = app()
  .get('/waves/companies/new', (c) => showCompanyForm(c, { typed: { ...readQuery(c, companyFilters) } }))

  .post('/waves/companies', async (c) => {
    const form = await readForm(c, CompanyWaveForm)
    if (!form.ok) return showCompanyForm(c, form)

    // The form's own identifier becomes the wave's: posted twice, it prepares one wave.
    const id = form.value.once && isId(form.value.once) ? form.value.once : newId()
    await insertWave(c.var.db, id, choicesOf(form.value), memberName(c), c.var.world.clock())
    return c.redirect(outreachPaths.wave(id), 303)
  })

  .post('/waves/:id/companies', async (c) => {
    const { id, audienceKind } = await findWave(c.var.db, c.req.param('id'))
    if (audienceKind !== 'companies') return c.redirect(outreachPaths.edit(id), 303)
    const form = await readForm(c, CompanyWaveForm)
    if (!form.ok) return showCompanyForm(c, { id, ...form })

    const isChanged = await updateDraft(c.var.db, id, choicesOf(form.value))
    return isChanged ? c.redirect(outreachPaths.wave(id), 303) : showWave(c, { refusal: 'already-launched' })
  })

const choicesOf = ({ name, message, recentDays, ...filters }: z.output<typeof CompanyWaveForm>) => ({
  name,
  messageId: message,
  channel: 'email' as const,
  audienceKind: 'companies' as const,
  purpose: 'census' as const,
  filters: Object.fromEntries(
    Object.entries(companyFilters.parse(filters)).filter(([, value]) => value !== undefined),
  ),
  recentDays,
})

type FormShown = {
  readonly id?: string
  readonly typed: Readonly<Record<string, string | undefined>>
  readonly problems?: readonly Problem[]
}

/** The form of a wave to companies as it was chosen. */
export const showCompanyWave = (c: Context<Env>, { id, name, messageId, recentDays, filters }: Wave) =>
  showCompanyForm(c, {
    id,
    typed: { ...filters, name, message: messageId, recentDays: String(recentDays) },
  })

async function showCompanyForm(c: Context<Env>, { id, typed, problems }: FormShown) {
  const [messages, companies] = await Promise.all([listMessages(c.var.db), companiesToInvite(c.var.db, {})])
  if (problems) c.status(422)
  return c.render(
    <CompanyWaveFormPage
      id={id}
      messages={messages.filter(isForCompanies)}
      sources={[...new Set(companies.map(({ source }) => source))].toSorted()}
      typed={typed}
      problems={problems}
    />,
    { title: id ? 'Changer la vague' : 'Inviter des entreprises' },
  )
}
