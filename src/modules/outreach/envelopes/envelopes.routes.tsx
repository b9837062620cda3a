import type { Context } from 'hono'
import { z } from 'zod'
import { app, type Env } from '#platform/http/app.ts'
import { type FormValues, type Problem, readForm } from '#platform/http/form.ts'
import { isId, newId } from '#platform/ids.ts'
import { isoDate } from '#ui/french.ts'
import { memberName } from '../member-name.ts'
import { outreachPaths } from '../waves/waves.paths.ts'
import { testSheet } from './draw-test-sheet.action.ts'
import { profileOf } from './envelope.ts'
import { envelopeFaults } from './envelope-faults.ts'
import { EnvelopeListPage, foldNames } from './envelope-list.page.tsx'
import { findEnvelope, insertEnvelope, listEnvelopes, retireEnvelope } from './envelopes.queries.ts'

const Millimetres = z
  .string()
  .trim()
  .transform((typed) => Number(typed.replace(',', '.').replace(/\s*mm$/, '')))
  .refine((length) => Number.isFinite(length) && length >= 0, 'Écrivez un nombre de millimètres.')
  .refine((length) => length <= 400, 'C’est plus grand qu’une enveloppe : mesurez en millimètres.')

const Length = Millimetres.refine((length) => length > 0, 'Cette longueur ne peut pas être nulle.')

const Measure = z.object({
  once: z.string().optional(),
  name: z.string().trim().min(1, 'Donnez un nom à l’enveloppe.').max(80),
  width: Length,
  height: Length,
  windowWidth: Length,
  windowHeight: Length,
  fromRight: Millimetres,
  fromBottom: Millimetres,
  foldedHeight: z
    .string()
    .refine((height) => height in foldNames, 'Choisissez un pli.')
    .transform(Number),
  measuredOn: z.iso.date('Donnez le jour de la mesure.'),
})

/** The envelopes measured with a ruler, and their test sheets. */
export const envelopeRoutes = app()
  .get('/envelopes', (c) => show(c))

  .post('/envelopes', async (c) => {
    const form = await readForm(c, Measure)
    if (!form.ok) return show(c, form)

    const { once, ...measured } = form.value
    const now = c.var.world.clock()
    const problems: Problem[] = envelopeFaults(measured).map(({ field, sentence }) => ({
      field,
      message: sentence,
    }))
    if (measured.measuredOn > isoDate(now))
      problems.push({ field: 'measuredOn', message: 'Une enveloppe ne peut pas être mesurée demain.' })
    if (problems.length > 0) return show(c, { problems, typed: typedOf(form.value) })

    const id = once && isId(once) ? once : newId()
    await insertEnvelope(c.var.db, { id, ...measured, measuredBy: memberName(c), createdAt: now })
    return c.redirect(`${outreachPaths.envelopes()}?done=measured#enveloppe-${id}`, 303)
  })

  .get('/envelopes/:id/test-sheet', async (c) => {
    const envelope = await findEnvelope(c.var.db, c.req.param('id'))
    return c.body(new Uint8Array(await testSheet(profileOf(envelope), envelope.createdAt)), 200, {
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename="feuille-d-essai.pdf"',
    })
  })

  .post('/envelopes/:id/retirement', async (c) => {
    const { id } = await findEnvelope(c.var.db, c.req.param('id'))
    await retireEnvelope(c.var.db, id, memberName(c), c.var.world.clock())
    return c.redirect(`${outreachPaths.envelopes()}?done=retired`, 303)
  })

const typedOf = (measured: Readonly<Record<string, unknown>>): FormValues =>
  Object.fromEntries(
    Object.entries(measured).map(([field, value]) => [
      field,
      field === 'foldedHeight' ? String(value) : String(value ?? '').replace('.', ','),
    ]),
  )

const notices = {
  measured: 'L’enveloppe est gardée : les vagues peuvent la choisir. Imprimez sa feuille d’essai.',
  retired: 'L’enveloppe n’est plus proposée ; les vagues qui l’ont choisie la gardent.',
}
const Done = z.enum(['measured', 'retired']).optional().catch(undefined)

type Refused = { readonly problems: readonly Problem[]; readonly typed: FormValues }

async function show(c: Context<Env>, refused?: Refused) {
  const done = Done.parse(c.req.query('done'))
  if (refused) c.status(422)
  return c.render(
    <EnvelopeListPage
      envelopes={await listEnvelopes(c.var.db)}
      today={isoDate(c.var.world.clock())}
      mayMeasure={c.var.visitor.role === 'operator'}
      notice={done && notices[done]}
      {...refused}
    />,
    { title: 'Enveloppes' },
  )
}
