import type { Context } from 'hono'
import { z } from 'zod'
import { app, type Env } from '#platform/http/app.ts'
import { readForm } from '#platform/http/form.ts'
import { isId, newId } from '#platform/ids.ts'
import { missingCoordinates } from '../waves/sender.ts'
import { addLegalNotice, addParagraph } from './add-paragraph.ts'
import { archiveMessage } from './archive-message.action.ts'
import { companyOccasionIfFounded } from './company-preview.action.ts'
import { editMessage } from './edit-message.action.ts'
import { type MessageEvent, MessagePage } from './message.page.tsx'
import { countWavesUsing, insertMessage, messageList, setArchivedAt } from './message-desk.queries.ts'
import { MessageListPage } from './message-list.page.tsx'
import { problemsFor } from './message-problems.ts'
import { messagePaths } from './messages.paths.ts'
import { duplicateMessage, findMessage, type MessageText } from './messages.queries.ts'
import { isForCompanies, models } from './models.ts'
import { findOccasion } from './preview-message.action.ts'
import { themes } from './themes.ts'

const line = z
  .string()
  .default('')
  .transform((typed) => typed.replace(/\s+/g, ' ').trim())
const lines = z
  .string()
  .default('')
  .transform((typed) => typed.replace(/\r\n?/g, '\n'))

const MessageForm = z.object({
  name: line.pipe(
    z.string().min(1, 'Donnez un nom au message : vous le choisirez par ce nom en préparant une vague.'),
  ),
  subject: line,
  body: lines.pipe(z.string().max(100_000, 'Ce texte est bien trop long pour une lettre.')),
  signature: lines,
  version: z.string().default(''),
  add: z.string().optional(),
  next: z.string().optional(),
})

const StartForm = z.object({ model: z.string().default('blank'), once: z.string().default('') })

export const messageRoutes = app()
  .get('/messages', async (c) =>
    c.render(
      <MessageListPage
        messages={await messageList(c.var.db)}
        justArchived={c.req.query('archived')}
        isEditable={mayWrite(c)}
      />,
      { title: 'Messages' },
    ),
  )

  .post('/messages', async (c) => {
    const { model, once } = StartForm.parse(await c.req.parseBody())
    const id = isId(once) ? once : newId()
    await insertMessage(c.var.db, id, textFrom(model), authorOf(c), c.var.world.clock())
    return c.redirect(messagePaths.show(id), 303)
  })

  .get('/messages/:id', async (c) => {
    const event = c.req.query('saved') === undefined ? undefined : ({ kind: 'saved' } as const)
    return show(c, { event })
  })

  .post('/messages/:id', async (c) => {
    const id = c.req.param('id')
    const form = await readForm(c, MessageForm)
    if (!form.ok)
      return show(c, { text: typedText(form.typed), event: { kind: 'refused', problems: form.problems } })

    const { version, add, next, ...text } = form.value
    if (add) return show(c, { text: withAddition(text, add), event: { kind: 'added' } })

    const edit = { text, version, by: authorOf(c), now: c.var.world.clock() }
    const decision = await editMessage(c.var.db, id, edit)
    if (!decision.ok) return show(c, { text, event: { kind: decision.reason } })

    return c.redirect(next === 'preview' ? messagePaths.preview(id) : messagePaths.saved(id), 303)
  })

  .post('/messages/:id/copies', async (c) => {
    const { once } = StartForm.parse(await c.req.parseBody())
    const id = isId(once) ? once : newId()
    await duplicateMessage(c.var.db, c.req.param('id'), id, authorOf(c), c.var.world.clock())
    return c.redirect(messagePaths.show(id), 303)
  })

  .post('/messages/:id/archiving', async (c) => {
    const id = c.req.param('id')
    const decision = await archiveMessage(c.var.db, id, c.var.world.clock())
    return c.redirect(decision.ok ? messagePaths.listAfterArchiving(id) : messagePaths.show(id), 303)
  })

  .post('/messages/:id/restoration', async (c) => {
    const { id } = await findMessage(c.var.db, c.req.param('id'))
    await setArchivedAt(c.var.db, id, null)
    return c.redirect(messagePaths.show(id), 303)
  })

type Shown = { readonly text?: MessageText; readonly event?: MessageEvent }

async function show(c: Context<Env>, { text, event }: Shown) {
  const message = await findMessage(c.var.db, c.req.param('id') ?? '')
  const [waves, occasion] = await Promise.all([
    countWavesUsing(c.var.db, message.id),
    isForCompanies(text ?? message)
      ? companyOccasionIfFounded(c.var.world)
      : findOccasion(c.var.world, c.req.query('commune')),
  ])
  const shown = text ?? message

  if (event) c.status(statuses[event.kind])
  return c.render(
    <MessagePage
      message={message}
      text={shown}
      waves={waves}
      problems={problemsFor(shown, occasion?.values)}
      values={occasion?.values}
      missingCoordinates={occasion ? missingCoordinates(occasion.sender) : []}
      isEditable={mayWrite(c)}
      event={event}
    />,
    {
      title: message.name,
      breadcrumb: [{ label: 'Messages', href: messagePaths.list() }, { label: message.name }],
    },
  )
}

const statuses = { saved: 200, added: 200, refused: 422, 'changed-meanwhile': 409 } as const

function textFrom(modelId: string): MessageText {
  const model = models.find(({ id }) => id === modelId)
  if (!model) return { name: 'Message sans nom', subject: '', body: '{{mentions_legales}}\n', signature: '' }

  return { name: model.title, subject: model.subject, body: model.body, signature: '' }
}

function withAddition(text: MessageText, what: string): MessageText {
  const theme = themes.find(({ id }) => id === what)
  return { ...text, body: theme ? addParagraph(text.body, theme.text) : addLegalNotice(text.body) }
}

const typedText = ({
  name = '',
  subject = '',
  body = '',
  signature = '',
}: Readonly<Record<string, string>>) => ({
  name,
  subject,
  body,
  signature,
})

const mayWrite = (c: Context<Env>) =>
  c.var.visitor.role === 'operator' || c.var.visitor.role === 'association'

const authorOf = (c: Context<Env>) => (c.var.visitor.role === 'public' ? '' : c.var.visitor.name)
