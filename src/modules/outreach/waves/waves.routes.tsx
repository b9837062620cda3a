import type { Context } from 'hono'
import { z } from 'zod'
import { app, type Env } from '#platform/http/app.ts'
import { type Problem, readForm, readQuery } from '#platform/http/form.ts'
import { isId, newId } from '#platform/ids.ts'
import { awaitingApproval } from '../approvals/awaiting-approval.action.ts'
import { findEnvelope, offeredEnvelopes } from '../envelopes/envelopes.queries.ts'
import { memberName } from '../member-name.ts'
import { listMessages } from '../messages/messages.queries.ts'
import { topics } from '../oppositions/opposition.ts'
import { listPrices } from '../postage/postage.queries.ts'
import { type Price, readEuros, usualProduct } from '../postage/postage.ts'
import { wavePurposes } from '../register/purpose.ts'
import { listPerimeterEpcis } from './audience.queries.ts'
import { waveChannels } from './audience.ts'
import { audienceFilters, filterWords } from './audience-filters.ts'
import { showCompanyWave } from './company-waves.routes.tsx'
import { showWave } from './wave.routes.tsx'
import { WaveFormPage } from './wave-form.page.tsx'
import { WaveListPage } from './wave-list.page.tsx'
import { outreachPaths } from './waves.paths.ts'
import { findWave, insertWave, listWaves, updateDraft } from './waves.queries.ts'

const WaveForm = audienceFilters.extend({
  once: z.string().optional(),
  name: z.string().trim().min(1, 'Donnez un nom à la vague.').max(120),
  message: z.string().refine(isId, 'Choisissez un message.'),
  envelope: z.string().refine(isId, 'Choisissez une enveloppe.').optional(),
  stamp: z.string().trim().max(80).optional(),
  budget: z
    .string()
    .trim()
    .refine(
      (typed) => typed === '' || readEuros(typed) !== undefined,
      'Écrivez un montant en euros, comme « 250 » ou « 99,50 ».',
    )
    .optional(),
  way: z.enum(waveChannels, 'Choisissez un canal.'),
  topic: z.enum(topics, 'Choisissez un sujet.').default('all'),
  purpose: z.enum(wavePurposes, 'Choisissez pourquoi la vague écrit.'),
  recentDays: z.coerce.number('Écrivez un nombre de jours.').int().min(0).max(3650, 'Dix ans au plus.'),
})

/** The waves, and the form that prepares or changes one. */
export const wavesRoutes = app()
  .get('/waves', async (c) => {
    const { db, world, visitor } = c.var
    const waves = await listWaves(db)
    const awaiting = await awaitingApproval(db, world.config, waves)
    return c.render(<WaveListPage waves={waves} awaiting={awaiting} role={visitor.role} />, {
      title: 'Vagues',
    })
  })

  .get('/waves/new', (c) => showForm(c, { typed: { ...filterWords(readQuery(c, audienceFilters)) } }))

  .post('/waves', async (c) => {
    const form = await readForm(c, WaveForm)
    if (!form.ok) return showForm(c, form)
    if (form.value.envelope) await findEnvelope(c.var.db, form.value.envelope)

    // The form's own identifier becomes the wave's: posted twice, it prepares one wave.
    const id = form.value.once && isId(form.value.once) ? form.value.once : newId()
    await insertWave(c.var.db, id, choicesOf(form.value), memberName(c), c.var.world.clock())
    return c.redirect(outreachPaths.wave(id), 303)
  })

  .get('/waves/:id/edit', async (c) => {
    const wave = await findWave(c.var.db, c.req.param('id'))
    if (wave.state === 'launched') return c.redirect(outreachPaths.wave(wave.id), 303)
    if (wave.audienceKind === 'companies') return showCompanyWave(c, wave)

    const { id, name, messageId, channel, topic, recentDays, envelopeId, purpose, filters } = wave
    const typed = {
      name,
      message: messageId,
      way: channel,
      topic,
      envelope: envelopeId,
      stamp: wave.postageProduct,
      budget: wave.letterBudgetCents === null ? '' : String(wave.letterBudgetCents / 100).replace('.', ','),
      purpose: purpose ?? undefined,
      recentDays: String(recentDays),
      ...filters,
    }
    return showForm(c, { id, typed })
  })

  .post('/waves/:id/edit', async (c) => {
    const { id, audienceKind } = await findWave(c.var.db, c.req.param('id'))
    if (audienceKind === 'companies') return c.redirect(outreachPaths.edit(id), 303)
    const form = await readForm(c, WaveForm)
    if (!form.ok) return showForm(c, { id, ...form })
    if (form.value.envelope) await findEnvelope(c.var.db, form.value.envelope)

    const isChanged = await updateDraft(c.var.db, id, choicesOf(form.value))
    return isChanged ? c.redirect(outreachPaths.wave(id), 303) : showWave(c, { refusal: 'already-launched' })
  })

const choicesOf = ({
  name,
  message,
  way,
  topic,
  recentDays,
  envelope,
  stamp,
  budget,
  purpose,
  ...filters
}: z.output<typeof WaveForm>) => ({
  name,
  messageId: message,
  channel: way,
  topic,
  filters: filterWords(audienceFilters.parse(filters)),
  recentDays,
  envelopeId: envelope,
  postageProduct: stamp || usualProduct,
  letterBudgetCents: readEuros(budget ?? '') ?? null,
  purpose,
})

const stampsOf = (prices: readonly Price[]) => [
  ...new Set(prices.filter(({ kind }) => kind === 'stamp').map(({ product }) => product)),
]

type FormShown = {
  readonly id?: string
  readonly typed: Readonly<Record<string, string | undefined>>
  readonly problems?: readonly Problem[]
}

async function showForm(c: Context<Env>, { id, typed, problems }: FormShown) {
  const [messages, epcis, envelopes, prices] = await Promise.all([
    listMessages(c.var.db),
    listPerimeterEpcis(c.var.db),
    offeredEnvelopes(c.var.db, typed.envelope),
    listPrices(c.var.db),
  ])
  if (problems) c.status(422)
  return c.render(
    <WaveFormPage
      id={id}
      messages={messages}
      epcis={epcis}
      envelopes={envelopes}
      stamps={stampsOf(prices)}
      typed={typed}
      problems={problems}
    />,
    {
      title: id ? 'Changer la vague' : 'Préparer une vague',
    },
  )
}
