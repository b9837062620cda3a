import type { Context } from 'hono'
import { z } from 'zod'
import { app, type Env } from '#platform/http/app.ts'
import { type FormValues, type Problem, readForm } from '#platform/http/form.ts'
import { isId, newId } from '#platform/ids.ts'
import { memberName } from '../member-name.ts'
import { listMessages } from '../messages/messages.queries.ts'
import { waveChannels } from './audience.ts'
import { type DrawRefusal, drawInWaves } from './draw-waves.action.ts'
import { ReminderFormPage } from './reminder-form.page.tsx'
import { showWave } from './wave.routes.tsx'
import { outreachPaths } from './waves.paths.ts'
import { findWave, insertWave } from './waves.queries.ts'

const Size = z.object({
  size: z.coerce
    .number('Écrivez un nombre de mairies.')
    .int()
    .min(1, 'Au moins une mairie par semaine.')
    .max(1000, 'Mille au plus.'),
})

const Reminder = z.object({
  once: z.string().optional(),
  name: z.string().trim().min(1, 'Donnez un nom à la relance.').max(120),
  message: z.string().refine(isId, 'Choisissez un message.'),
  way: z.enum(waveChannels, 'Choisissez un canal.'),
  recentDays: z.coerce
    .number('Écrivez un nombre de jours.')
    .int()
    .min(1, 'Un jour au moins.')
    .max(365, 'Un an au plus.'),
  again: z.enum(['oui']).optional(),
})

/** What follows a wave: a reminder to those who have not answered; and what spreads one over the weeks. */
export const followUpRoutes = app()
  .post('/waves/:id/draw', async (c) => {
    const form = await readForm(c, Size)
    if (!form.ok) return showWave(c, form)

    const id = c.req.param('id')
    const drawn = await drawInWaves(c.var.world, id, { ...form.value, by: memberName(c) })
    if (drawn.ok) return c.redirect(`${outreachPaths.wave(id)}#tirage`, 303)
    return showWave(c, {
      problems: [{ field: 'size', message: refusals[drawn.reason] }],
      typed: { size: String(form.value.size) },
    })
  })

  .get('/waves/:id/reminders/new', (c) => showReminder(c))

  .post('/waves/:id/reminders', async (c) => {
    const of = await launched(c)
    if (of.audienceKind === 'companies') return c.redirect(outreachPaths.wave(of.id), 303)
    const form = await readForm(c, Reminder)
    if (!form.ok) return showReminder(c, form)

    const { once, name, message, way, recentDays, again } = form.value
    const id = once && isId(once) ? once : newId()
    const choices = {
      name,
      messageId: message,
      channel: way,
      filters: {},
      recentDays,
      envelopeId: of.envelopeId,
      topic: of.topic,
      purpose: of.purpose,
      reminderOf: of.id,
      remindsAgain: again === 'oui',
    }
    await insertWave(c.var.db, id, choices, memberName(c), c.var.world.clock())
    return c.redirect(outreachPaths.wave(id), 303)
  })

const refusals: Record<DrawRefusal, string> = {
  'already-launched': 'Cette vague est lancée : elle ne se coupe plus.',
  'not-of-communes': 'Une vague vers des entreprises ne se tire pas au sort : elle part en une fois.',
  'already-drawn': 'Cette vague est déjà tirée au sort.',
  'small-enough': 'Toutes les mairies tiennent dans une semaine : il n’y a rien à couper.',
}

async function launched(c: Context<Env>) {
  return findWave(c.var.db, c.req.param('id') ?? '')
}

type Refused = { readonly problems: readonly Problem[]; readonly typed: FormValues }

async function showReminder(c: Context<Env>, refused?: Refused) {
  const of = await launched(c)
  // An invitation is not insisted upon: those invited lately are left out of the next wave.
  if (of.state === 'draft' || of.audienceKind === 'companies')
    return c.redirect(outreachPaths.wave(of.id), 303)

  const messages = (await listMessages(c.var.db)).filter(({ id }) => id !== of.messageId)
  if (refused) c.status(422)
  return c.render(
    <ReminderFormPage
      of={of}
      messages={messages}
      typed={refused?.typed ?? { name: `Relance : ${of.name}`, way: of.channel }}
      problems={refused?.problems}
    />,
    { title: 'Préparer une relance' },
  )
}
