import type { Context } from 'hono'
import { z } from 'zod'
import { app, type Env } from '#platform/http/app.ts'
import { readQuery } from '#platform/http/form.ts'
import { NotFound } from '#platform/http/refusals.ts'
import { isId } from '#platform/ids.ts'
import { listOutbox, outboxPageSize, readOutboxMessage } from '#platform/mail/outbox.ts'
import { emailPolicy } from '../messages/email-policy.ts'
import { OutboxPage } from './outbox.page.tsx'

export const outboxRoutes = app()
  .get('/outbox', (c) => show(c))

  .get('/outbox/:id', async (c) => {
    const id = c.req.param('id')
    const open = isId(id) ? await readOutboxMessage(c.var.db, id, c.var.world.clock()) : undefined
    if (!open) throw new NotFound('Ce courriel n’existe pas.')
    return show(c, open)
  })

  .get('/outbox/:id/message.html', async (c) => {
    const id = c.req.param('id')
    const message = isId(id) ? await readOutboxMessage(c.var.db, id, c.var.world.clock()) : undefined
    if (!message?.htmlBody) throw new NotFound('Ce courriel n’a pas de partie HTML.')
    c.header('Content-Security-Policy', emailPolicy)
    return c.html(message.htmlBody)
  })

const Words = z.object({
  q: z.string().trim().max(80).catch(''),
  page: z.coerce.number().int().min(1).catch(1),
})

async function show(c: Context<Env>, open?: Awaited<ReturnType<typeof readOutboxMessage>>) {
  const { q: search, page } = readQuery(c, Words)
  const { total, messages } = await listOutbox(c.var.db, { search, page })
  return c.render(
    <OutboxPage
      messages={messages}
      total={total}
      search={search}
      page={page}
      pages={Math.ceil(total / outboxPageSize)}
      open={open}
      hasRelay={c.var.world.config.smtpUrl !== undefined}
    />,
    { title: open ? open.subject : 'Boîte d’envoi' },
  )
}
