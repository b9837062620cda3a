import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { z } from 'zod'
import { findInvitationByCode, type Invitation } from '#modules/outreach/index.ts'
import { app, type Env } from '#platform/http/app.ts'
import { type FormReading, readForm } from '#platform/http/form.ts'
import { NotFound } from '#platform/http/refusals.ts'
import { newId } from '#platform/ids.ts'
import { parseReplyCode, type ReplyCode } from '#values/reply-code.ts'
import { findCompany } from '../census/census.queries.ts'
import { correctByInvitation, refuseByInvitation, withdrawByInvitation } from './answer-invitation.action.ts'
import { InvitationPage } from './invitation.page.tsx'
import { invitationPaths } from './invitations.paths.ts'

// A page reached by a code is kept by no search engine and by no shared machine.
const discreet = createMiddleware<Env>(async (c, next) => {
  await next()
  c.header('x-robots-tag', 'noindex, nofollow')
  c.header('cache-control', 'no-store')
})

const Correction = z.object({
  once: z.uuid().optional().catch(undefined),
  words: z.string().trim().min(1, 'Dites ce qui est à corriger.').max(2000, 'Deux mille caractères au plus.'),
})

/** Where a company answers its invitation: opening the page, as mail scanners do, changes nothing. */
export const invitationRoutes = app()
  .use('/invitations/*', discreet)

  .get('/invitations/:code', (c) => show(c))

  .post('/invitations/:code/correction', async (c) => {
    const { code, invitation } = await asked(c)
    const form = await readForm(c, Correction)
    if (!form.ok) return show(c, form)

    const { once = newId(), words } = form.value
    const decision = await correctByInvitation(c.var.world, invitation, { id: once, words })
    if (decision.ok) return c.redirect(`${invitationPaths.show(code)}?done=correction`, 303)
    const message = 'Beaucoup de corrections viennent d’arriver : réessayez demain, ou répondez au courriel.'
    return show(c, { ok: false, problems: [{ field: 'words', message }], typed: { words } })
  })

  .post('/invitations/:code/refusal', async (c) => {
    const { code, invitation } = await asked(c)
    await refuseByInvitation(c.var.world, invitation)
    return c.redirect(`${invitationPaths.show(code)}?done=refusal`, 303)
  })

  .post('/invitations/:code/withdrawal', async (c) => {
    const { code, invitation } = await asked(c)
    const decision = await withdrawByInvitation(c.var.world, invitation)
    return c.redirect(
      `${invitationPaths.show(code)}?done=${decision.ok ? 'withdrawal' : decision.reason}`,
      303,
    )
  })

type Asked = { readonly code: ReplyCode; readonly invitation: Invitation }

async function asked(c: Context<Env>): Promise<Asked> {
  const parsed = parseReplyCode(c.req.param('code') ?? '')
  const invitation = parsed.ok ? await findInvitationByCode(c.var.db, parsed.value) : undefined
  if (!parsed.ok || !invitation)
    throw new NotFound('Aucune invitation ne porte ce code. Relisez-le sur le courriel.')
  return { code: parsed.value, invitation }
}

const Done = z.enum(['correction', 'refusal', 'withdrawal', 'claimed']).optional().catch(undefined)

async function show(c: Context<Env>, refused?: Extract<FormReading<unknown>, { ok: false }>) {
  const { code, invitation } = await asked(c)
  const company = await findCompany(c.var.db, invitation.companyId)
  if (refused) c.status(422)
  return c.render(
    <InvitationPage
      code={code}
      company={company}
      done={Done.parse(c.req.query('done'))}
      typed={refused?.typed ?? {}}
      problems={refused?.problems ?? []}
    />,
    { title: `Invitation : ${company.name}`, face: 'public' },
  )
}
