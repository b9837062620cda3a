import type { Context } from 'hono'
import { z } from 'zod'
import { app, type Env } from '#platform/http/app.ts'
import { type FormValues, type Problem, readForm } from '#platform/http/form.ts'
import { NotFound } from '#platform/http/refusals.ts'
import { senderAddress } from '#platform/http/sender-address.ts'
import { cataloguePaths } from '../catalogue.paths.ts'
import { askCall, type CallRefusal, canBeCalled } from './ask-call.action.ts'
import { CallPage } from './call.page.tsx'
import { callsAQuarter, quarterOf } from './calling.ts'
import { countCalls } from './calls.queries.ts'
import { findDeclaration } from './declarations.queries.ts'
import { usagePaths } from './usages.paths.ts'

const Asking = z.object({
  once: z.uuid().catch(() => crypto.randomUUID()),
  asker: z.string().trim().min(2, 'Dites qui demande.').max(120, 'Cent vingt caractères au plus.'),
  reach: z.string().trim().min(6, 'Dites où vous joindre.').max(160, 'Cent soixante caractères au plus.'),
  question: z
    .string()
    .trim()
    .min(10, 'Dites en une phrase ce que vous voudriez savoir.')
    .max(1000, 'Mille caractères au plus.'),
})

/** « Demander un appel » to a town hall that accepts one. */
export const callRoutes = app()
  .get('/usages/:id/call', (c) => show(c))

  .post('/usages/:id/call', async (c) => {
    const usage = await callable(c)
    const form = await readForm(c, Asking)
    if (!form.ok) return show(c, form)

    const { once: id, ...call } = form.value
    const decision = await askCall(c.var.world, usage, { id, ...call }, senderAddress(c))
    if (!decision.ok)
      return show(c, { typed: form.value, problems: [{ field: '', message: refusals[decision.reason] }] })
    return c.redirect(`${usagePaths.call(usage.id)}?done=oui`, 303)
  })

const refusals: Record<CallRefusal, string> = {
  'not-callable': 'Cette mairie ne peut pas être jointe par Beffroi en ce moment.',
  'asked-enough': 'Cette mairie a reçu ses trois demandes du trimestre : demandez à une autre.',
  'too-often': 'Vous avez beaucoup demandé aujourd’hui : reprenez demain.',
  'not-sent': 'Le courriel n’est pas parti : réessayez plus tard.',
}

async function callable(c: Context<Env>) {
  const usage = await findDeclaration(c.var.db, c.req.param('id') ?? '', c.var.world.clock())
  if (!usage || !canBeCalled(usage)) throw new NotFound('Cette mairie n’accepte pas d’appel à ce sujet.')
  return usage
}

type Refused = { readonly typed: FormValues; readonly problems: readonly Problem[] }

async function show(c: Context<Env>, refused?: Refused) {
  const usage = await callable(c)
  const { from, until } = quarterOf(c.var.world.clock())
  const asked = await countCalls(c.var.db, usage.insee, from)
  if (refused) c.status(422)
  return c.render(
    <CallPage
      id={usage.id}
      commune={usage.commune}
      software={usage.software}
      softwareHref={cataloguePaths.software(usage.slug)}
      againOn={asked >= callsAQuarter ? until : undefined}
      isSent={c.req.query('done') !== undefined}
      typed={refused?.typed ?? {}}
      problems={refused?.problems ?? []}
    />,
    { title: `Demander un appel à ${usage.commune}`, face: 'public' },
  )
}
