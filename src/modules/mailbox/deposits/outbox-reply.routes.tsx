import type { Context } from 'hono'
import { z } from 'zod'
import { app, type Env } from '#platform/http/app.ts'
import { type FormReading, readForm } from '#platform/http/form.ts'
import { NotFound } from '#platform/http/refusals.ts'
import { isId, newId } from '#platform/ids.ts'
import { readOutboxMessage } from '#platform/mail/outbox.ts'
import type { World } from '#platform/world.ts'
import { parseEmail } from '#values/email.ts'
import { mailboxPaths } from '../mailbox.paths.ts'
import { receiveMail } from '../receiving/receive-mail.action.ts'
import { withSpooled } from '../receiving/spool.action.ts'
import { OutboxReplyPage } from './outbox-reply.page.tsx'
import { outboxReply } from './outbox-reply.ts'

export const outboxReplyRoutes = app()
  .get('/mailbox/replies/:id', (c) => showReply(c))

  .post('/mailbox/replies/:id', async (c) => {
    const form = await readForm(c, ReplyForm)
    if (!form.ok) return showReply(c, form)

    const id = await receiveOutboxReply(c.var.world, c.req.param('id'), form.value)
    return c.redirect(mailboxPaths.show(id, '?show=all&done=replied'), 303)
  })

const ReplyForm = z.object({
  name: z.string().trim().max(100).default(''),
  from: z
    .string()
    .trim()
    .refine(
      (typed) => parseEmail(typed).ok,
      'Cette adresse n’est pas complète. Écrivez-la comme mairie@exemple.fr.',
    ),
  text: z.string().trim().min(1, 'Écrivez ce que répondrait la mairie.').max(20_000),
})

type Refused = Extract<FormReading<unknown>, { ok: false }>

async function showReply(c: Context<Env>, refused?: Refused) {
  const to = c.req.param('id') ?? ''
  const message = await outboxMessage(c.var.world, to)
  if (refused) c.status(422)
  return c.render(
    <OutboxReplyPage
      to={to}
      subject={message.subject}
      address={message.envelopeTo}
      typed={refused?.typed ?? {}}
      problems={refused?.problems ?? []}
    />,
    { title: 'Répondre comme le destinataire' },
  )
}

/** Only while nothing leaves: with a relay, an answer comes from a town hall or does not come. */
async function outboxMessage({ db, config, clock }: World, id: string) {
  if (config.smtpUrl) throw new NotFound('Un serveur d’envoi est réglé : les réponses viennent des mairies.')
  const message = isId(id) ? await readOutboxMessage(db, id, clock()) : undefined
  if (!message) throw new NotFound('Ce courriel n’existe pas.')
  return message
}

async function receiveOutboxReply(
  world: World,
  outboxId: string,
  { from, ...said }: z.output<typeof ReplyForm>,
) {
  const { subject, messageId } = await outboxMessage(world, outboxId)
  const written = outboxReply({
    ...said,
    id: newId(),
    from: from.toLowerCase(),
    to: world.config.mailReturns,
    subject,
    messageId,
    at: world.clock(),
  })
  const id = await withSpooled([Buffer.from(written)], (spooled) =>
    receiveMail(world, spooled, { origin: 'outbox' }),
  )
  if (!id) throw new Error('a message just written was already known')
  return id
}
