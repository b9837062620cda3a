import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { z } from 'zod'
import { listNeeds } from '#modules/catalogue/index.ts'
import { csvOf, download, odsOf } from '#platform/files/write-table.ts'
import { app, type Env } from '#platform/http/app.ts'
import { type FormValues, type Problem, readForm, readQuery } from '#platform/http/form.ts'
import { memberOf } from '#platform/http/member.ts'
import { NotFound } from '#platform/http/refusals.ts'
import { isId } from '#platform/ids.ts'
import { isoDate } from '#ui/french.ts'
import { type NameLink, ofCommune } from '#values/commune-name.ts'
import { companyOfOrganisation } from '../census/census.queries.ts'
import { answerQuote, confirmRequest, openAnswers, settleRequest } from './follow-request.action.ts'
import { MyQuotesPage } from './my-quotes.page.tsx'
import { proposeGrouping } from './propose-group.action.ts'
import { ProviderAnswerPage } from './provider-answer.page.tsx'
import { quoteStates, stateOf } from './quote.ts'
import { providerOfToken, providerToken, requestNamed, requestOfToken } from './quote-link.action.ts'
import { AskedQuotePage, QuoteListPage } from './quote-list.page.tsx'
import { answerGroup, countQuotes, listQuotes, listSameNeeds, quotePageSize } from './quote-list.queries.ts'
import { answerRefusals, closeRefusals, confirmRefusals } from './quote-words.ts'
import { quotePaths } from './quotes.paths.ts'
import {
  type AskedRequest,
  findRequest,
  listEvents,
  listInvitations,
  listRequestsTo,
} from './quotes.queries.ts'
import { type ArchiveLine, archiveColumns, quoteColumns } from './quotes-sheet.ts'
import { TownHallQuotePage } from './town-hall-quote.page.tsx'

const word = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined)

const Words = z.object({
  q: z.string().trim().max(80).catch(''),
  need: word(z.string().regex(/^[a-z0-9-]{1,120}$/)),
  state: word(z.enum(quoteStates)),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  done: word(z.enum(['proposed', 'confirmed', 'answered', 'closed'])),
})

const Answer = z.object({
  answer: z.enum(['quote', 'declined'], 'Choisissez : un devis, ou un refus motivé.'),
  words: z.string().trim().max(10_000, 'Dix mille caractères au plus.'),
  price: z
    .string()
    .trim()
    .default('')
    .transform((typed) => typed.replace(/[\s€]/g, '').replace(',', '.'))
    .refine(
      (typed) => /^(\d{1,7}(\.\d{1,2})?)?$/.test(typed),
      'Écrivez un prix en euros, comme 1250 ou 1250,50.',
    )
    .transform((typed) => (typed === '' ? null : Math.round(Number(typed) * 100))),
})

const Closing = z.object({
  provider: z.string('Choisissez ce que vous retenez, ou aucun.').max(60),
  why: z.string().trim().max(1000, 'Mille caractères au plus.').default(''),
})

// A page behind a link that one body holds: kept by no search engine and by no shared machine.
const discreet = createMiddleware<Env>(async (c, next) => {
  await next()
  c.header('x-robots-tag', 'noindex, nofollow')
  c.header('cache-control', 'no-store')
})

const notices = {
  proposed: 'La proposition part à chaque mairie. Sa réponse paraîtra dans la liste.',
  confirmed: 'La demande est confirmée : elle part à tous, le même texte.',
  answered: 'Votre réponse est enregistrée. La mairie la lira après la date, avec toutes les autres.',
  closed: 'La demande est close. Emportez le dossier pour vos archives.',
}

export const quoteRoutes = app()
  .use('/quotes/mine/*', discreet)
  .use('/quotes/answer/*', discreet)

  .get('/quotes', (c) => showList(c))

  .get('/quotes.csv', async (c) => {
    const quotes = await listQuotes(c.var.db, filterOf(c))
    return c.body(csvOf(quoteColumns, quotes), 200, download('demandes-de-devis', 'csv'))
  })

  .get('/quotes.ods', async (c) => {
    const sheet = odsOf('Demandes', quoteColumns, await listQuotes(c.var.db, filterOf(c)))
    return c.body(Uint8Array.from(sheet), 200, download('demandes-de-devis', 'ods'))
  })

  .post('/quotes/groups', async (c) => {
    const form = await readForm(
      c,
      z.object({
        once: z.uuid(),
        need: z.string().max(120),
        words: z
          .string()
          .trim()
          .min(1, 'Dites ce que vous leur proposez.')
          .max(2000, 'Deux mille caractères au plus.'),
      }),
    )
    if (!form.ok) return showList(c, form)
    const { once, need, words } = form.value
    const member = memberOf(c)
    const proposed = await proposeGrouping(c.var.world, {
      id: once,
      need,
      words,
      by: `${member.name}, ${member.organisation.name}`,
    })
    return c.redirect(proposed.ok ? quotePaths.list({ done: 'proposed' }) : quotePaths.list(), 303)
  })

  .get('/quotes/asked/:id', async (c) => {
    const id = c.req.param('id')
    const request = isId(id) ? await findRequest(c.var.db, id) : undefined
    if (!request) throw new NotFound('Cette demande n’existe pas.')
    const [invitations, events] = await Promise.all([listInvitations(c.var.db, id), listEvents(c.var.db, id)])
    return c.render(<AskedQuotePage request={request} invitations={invitations} events={events} />, {
      title: 'Demande de devis',
      breadcrumb: [{ label: 'Demandes de devis', href: quotePaths.list() }, { label: request.commune }],
    })
  })

  .get('/quotes/mine/:token', async (c) => showMine(c, await mine(c)))

  .post('/quotes/mine/:token/confirm', async (c) => {
    const request = await mine(c)
    const confirmed = await confirmRequest(c.var.world, request)
    if (!confirmed.ok)
      return showMine(c, request, {
        problems: [{ field: '', message: confirmRefusals[confirmed.reason] }],
        typed: {},
      })
    return c.redirect(`${quotePaths.mine(c.req.param('token'))}?done=confirmed`, 303)
  })

  .post('/quotes/mine/:token/close', async (c) => {
    const request = await mine(c)
    const form = await readForm(c, Closing)
    if (!form.ok) return showMine(c, request, form)
    const closed = await settleRequest(c.var.world, request, form.value)
    if (!closed.ok)
      return showMine(c, request, { problems: [closeRefusals[closed.reason]], typed: { ...form.value } })
    return c.redirect(`${quotePaths.mine(c.req.param('token'))}?done=closed`, 303)
  })

  .post('/quotes/mine/:token/grouping', async (c) => {
    const request = await mine(c)
    const form = await readForm(c, z.object({ answer: z.enum(['yes', 'no']) }))
    if (form.ok) await answerGroup(c.var.db, request.id, form.value.answer, c.var.world.clock())
    return c.redirect(quotePaths.mine(c.req.param('token')), 303)
  })

  .get('/quotes/mine/:token/archive.ods', async (c) => {
    const { world, db } = c.var
    const request = await mine(c)
    const [invitations, events] = await Promise.all([
      listInvitations(db, request.id),
      listEvents(db, request.id),
    ])
    const isOpen = ['to-read', 'closed'].includes(stateOf(request, isoDate(world.clock())))
    const lines: readonly ArchiveLine[] = [
      { kind: 'text', body: request.body, digest: request.digest },
      ...invitations.map((invitation) => ({
        kind: 'asked' as const,
        // before the date nobody reads an answer, not even in a file
        invitation: isOpen ? invitation : { ...invitation, words: null, price: null },
      })),
      ...events.map((event) => ({
        kind: 'event' as const,
        event,
        name: invitations.find(({ provider }) => provider === event.provider)?.name ?? '',
      })),
    ]
    const sheet = odsOf('Dossier', archiveColumns, lines)
    return c.body(Uint8Array.from(sheet), 200, download(`devis-${request.insee}`, 'ods'))
  })

  .get('/quotes/answer/:token', async (c) => showAnswer(c, await asked(c)))

  .post('/quotes/answer/:token', async (c) => {
    const found = await asked(c)
    const form = await readForm(c, Answer)
    if (!form.ok) return showAnswer(c, found, form)
    const { request, invitation } = found
    const answered = await answerQuote(c.var.world, request, invitation.provider, form.value)
    if (!answered.ok)
      return showAnswer(c, found, {
        problems: [answerRefusals[answered.reason]],
        typed: { answer: form.value.answer, words: form.value.words },
      })
    return c.redirect(`${quotePaths.answer(c.req.param('token'))}?done=answered`, 303)
  })

  .get('/my-company/quotes', async (c) => {
    const { db, world } = c.var
    const company = await companyOfOrganisation(db, memberOf(c).organisation.id)
    if (!company) throw new NotFound('Votre organisme ne tient pas encore de fiche d’entreprise.')
    const provider = `company:${company.id}`
    const requests = await listRequestsTo(db, provider)
    const secret = world.config.secret
    return c.render(
      <MyQuotesPage
        requests={requests.map((one) => ({ ...one, token: providerToken(secret, one.id, provider) }))}
        today={isoDate(world.clock())}
      />,
      { title: 'Demandes de devis reçues' },
    )
  })

const lost =
  'Ce lien n’est pas le bon, ou il est coupé. Reprenez-le en entier dans le courriel que vous avez reçu.'

async function mine(c: Context<Env>) {
  const id = requestOfToken(c.var.world.config.secret, c.req.param('token') ?? '')
  const request = id && (await findRequest(c.var.db, id))
  if (!request) throw new NotFound(lost)
  return request
}

async function asked(c: Context<Env>) {
  const text = c.req.param('token') ?? ''
  const id = requestNamed(text)
  const request = id && (await findRequest(c.var.db, id))
  const invitations = request ? await listInvitations(c.var.db, request.id) : []
  const provider =
    request &&
    providerOfToken(c.var.world.config.secret, text, {
      requestId: request.id,
      providers: invitations.map((invitation) => invitation.provider),
    })
  const invitation = invitations.find((one) => one.provider === provider)
  if (!request || !invitation) throw new NotFound(lost)
  return { request, invitation }
}

type Refused = { readonly problems: readonly Problem[]; readonly typed: FormValues }

const townHallOf = ({ commune, nameType }: AskedRequest) =>
  `la mairie ${ofCommune(commune, nameType as NameLink)}`

async function showMine(c: Context<Env>, request: AskedRequest, refused?: Refused) {
  const { db, world } = c.var
  const state = stateOf(request, isoDate(world.clock()))
  if (state === 'to-read') await openAnswers(world, request)
  const [invitations, events] = await Promise.all([
    listInvitations(db, request.id),
    listEvents(db, request.id),
  ])
  const { done } = readQuery(c, Words)
  if (refused) c.status(422)
  return c.render(
    <TownHallQuotePage
      request={request}
      invitations={invitations}
      events={events}
      state={state}
      token={c.req.param('token') ?? ''}
      townHall={townHallOf(request)}
      typed={refused?.typed ?? {}}
      problems={refused?.problems ?? []}
      notice={done && notices[done]}
    />,
    { title: 'Vos devis', face: 'public' },
  )
}

type Asked = Awaited<ReturnType<typeof asked>>

function showAnswer(c: Context<Env>, { request, invitation }: Asked, refused?: Refused) {
  const { done } = readQuery(c, Words)
  if (refused) c.status(422)
  return c.render(
    <ProviderAnswerPage
      request={request}
      invitation={invitation}
      state={stateOf(request, isoDate(c.var.world.clock()))}
      token={c.req.param('token') ?? ''}
      townHall={townHallOf(request)}
      typed={refused?.typed ?? {}}
      problems={refused?.problems ?? []}
      notice={done && notices[done]}
    />,
    { title: 'Répondre à une demande de devis', face: 'public' },
  )
}

function filterOf(c: Context<Env>) {
  const { q, need, state } = readQuery(c, Words)
  return { q, need, state, today: isoDate(c.var.world.clock()) }
}

async function showList(c: Context<Env>, refused?: Refused) {
  const { db, world } = c.var
  const { page, done, q, need, state } = readQuery(c, Words)
  const filter = filterOf(c)
  const [quotes, total, needs, same] = await Promise.all([
    listQuotes(db, filter, page),
    countQuotes(db, filter),
    listNeeds(db),
    listSameNeeds(db, isoDate(world.clock())),
  ])
  if (refused) c.status(422)
  return c.render(
    <QuoteListPage
      quotes={quotes}
      total={total}
      words={{ q, need, state }}
      needs={needs}
      same={same}
      page={page}
      pages={Math.ceil(total / quotePageSize)}
      notice={done && notices[done]}
      {...refused}
    />,
    { title: 'Demandes de devis' },
  )
}
