import type { Context } from 'hono'
import { stream } from 'hono/streaming'
import { z } from 'zod'
import { communeIndex, findCommunes } from '#modules/communes/index.ts'
import { emailPolicy, findSentEmail } from '#modules/outreach/index.ts'
import { listPerimeter } from '#modules/programme/index.ts'
import type { Database } from '#platform/database/database.ts'
import { csvOf, download, odsOf } from '#platform/files/write-table.ts'
import { app, type Env } from '#platform/http/app.ts'
import { readQuery } from '#platform/http/form.ts'
import { memberOf } from '#platform/http/member.ts'
import { NotFound } from '#platform/http/refusals.ts'
import { mailboxName } from '#platform/mail/imap-mailbox.ts'
import { findReading, mailboxReadiness } from '#platform/mail/mailbox-readings.ts'
import type { World } from '#platform/world.ts'
import { mailKinds } from './classification/kinds.ts'
import { depositMail } from './deposits/deposit-mail.action.ts'
import { MailPanel } from './mail.page.tsx'
import { MailQuery } from './mail-filter.ts'
import { MailboxPage, type ReadingState } from './mailbox.page.tsx'
import { mailboxPaths } from './mailbox.paths.ts'
import { mailColumns } from './mails-sheet.ts'
import { readMailbox } from './reading/read-mailbox.action.ts'
import {
  communeNames,
  countBySort,
  countMails,
  countOwnAlerts,
  findMail,
  listMails,
  piecesOf,
  reportsOf,
  type ShownMail,
} from './received-mails.queries.ts'
import { loadAttachment, readSource } from './receiving/read-source.action.ts'
import { type SortingRefusal, sortingRefusals } from './sorting/refusals.ts'
import {
  attachMail,
  keepAddress,
  opposeFromMail,
  reclassifyMail,
  settleMail,
} from './sorting/sort-mail.action.ts'

export const mailboxRoutes = app()
  .get('/mailbox', (c) => showMailbox(c))

  .get('/mailbox.csv', async (c) =>
    c.body(csvOf(mailColumns, await asked(c)), 200, download('courrier-recu', 'csv')),
  )

  .get('/mailbox.ods', async (c) =>
    c.body(
      Buffer.from(odsOf('Courrier reçu', mailColumns, await asked(c))),
      200,
      download('courrier-recu', 'ods'),
    ),
  )

  .post('/mailbox/readings', async (c) => {
    await readMailbox(c.var.world, { isAsked: true })
    return c.redirect(mailboxPaths.list('?done=read'), 303)
  })

  .post('/mailbox/deposits', async (c) => {
    const { files } = await c.req.parseBody({ all: true })
    const given = [files].flat().filter((file): file is File => file instanceof File && file.size > 0)
    if (given.length === 0) return showMailbox(c, { problem: 'Choisissez d’abord un fichier .eml ou .mbox.' })

    const all = await Promise.all(given.map(async (file) => new Uint8Array(await file.arrayBuffer())))
    const { received, known } = await depositMail(c.var.world, all)
    return c.redirect(mailboxPaths.list(`?show=all&done=deposited&received=${received}&known=${known}`), 303)
  })

  .get('/mailbox/:id', async (c) => showMailbox(c, { mail: await theMail(c) }))

  .get('/mailbox/:id/message.html', async (c) => {
    const { id } = await theMail(c)
    const { html } = await readSource(c.var.db, id)
    if (html === undefined) throw new NotFound('Ce courrier n’a pas de partie mise en page.')
    c.header('Content-Security-Policy', emailPolicy)
    return c.html(html)
  })

  .get('/mailbox/:id/message.eml', async (c) => {
    const { id } = await theMail(c)
    for (const [name, value] of Object.entries(asFile('message.eml'))) c.header(name, value)
    return stream(c, async (out) => {
      for await (const piece of piecesOf(c.var.db, id)) await out.write(piece)
    })
  })

  .get('/mailbox/:id/attachments/:rank', async (c) => {
    const { id } = await theMail(c)
    const file = await loadAttachment(c.var.db, id, Number(c.req.param('rank')))
    if (!file) throw new NotFound('Cette pièce jointe n’existe pas.')
    return c.body(Buffer.from(file.bytes), 200, asFile(file.name))
  })

  .post('/mailbox/:id/commune', async (c) => {
    const { insee = '' } = (await c.req.parseBody()) as { insee?: string }
    const [commune] = await findCommunes(c.var.db, [insee])
    if (!commune) return showMailbox(c, { mail: await theMail(c), problem: 'Cette commune n’existe pas.' })
    return after(c, await attachMail(c.var.world, c.req.param('id'), commune.insee, memberOf(c)), 'attached')
  })

  .post('/mailbox/:id/address', async (c) =>
    after(c, await keepAddress(c.var.world, c.req.param('id'), memberOf(c)), 'address'),
  )

  .post('/mailbox/:id/opposition', async (c) =>
    after(c, await opposeFromMail(c.var.world, c.req.param('id'), memberOf(c)), 'opposed'),
  )

  .post('/mailbox/:id/settlement', async (c) =>
    after(c, await settleMail(c.var.world, c.req.param('id'), memberOf(c)), 'settled'),
  )

  .post('/mailbox/:id/kind', async (c) => {
    const { kind } = readKind(await c.req.parseBody())
    return after(c, await reclassifyMail(c.var.world, c.req.param('id'), kind, memberOf(c)), 'kind')
  })

  .post('/mailbox/:id/kind/undo', async (c) => {
    const mail = await theMail(c)
    return after(c, await reclassifyMail(c.var.world, mail.id, mail.foundKind, memberOf(c)), 'kind')
  })

const theMail = (c: Context<Env>) => findMail(c.var.db, c.req.param('id') ?? '', memberOf(c))

const asked = (c: Context<Env>) => listMails(c.var.db, memberOf(c), readQuery(c, MailQuery))

const readKind = z.object({ kind: z.enum(mailKinds).catch('human') }).parse

/** A file of a stranger: it is kept, never shown nor run. */
const asFile = (name: string) => ({
  'content-type': 'application/octet-stream',
  'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
  'x-content-type-options': 'nosniff',
})

type Verdict = { readonly ok: true } | { readonly ok: false; readonly reason: SortingRefusal }

// The filters of the list stay in the address from one gesture to the next; a mail handed to the other body is left.
async function after(c: Context<Env>, verdict: Verdict, done: keyof typeof news) {
  if (!verdict.ok) return showMailbox(c, { mail: await theMail(c), problem: sortingRefusals[verdict.reason] })

  const words = new URL(c.req.url).searchParams
  words.delete('commune')
  words.set('done', done)
  const isStillOurs = await theMail(c).then(
    () => true,
    () => false,
  )
  return c.redirect(
    isStillOurs ? mailboxPaths.show(c.req.param('id') ?? '', `?${words}`) : mailboxPaths.list('?done=routed'),
    303,
  )
}

const news = {
  read: 'La boîte vient d’être relue.',
  replied: 'Votre réponse est arrivée, comme l’aurait fait celle de la mairie.',
  attached: 'Le courrier est devenu un contact ; tout autre envoi à cette mairie est arrêté.',
  routed: 'Le courrier est devenu un contact de l’autre organisme, qui le voit dès maintenant.',
  address: 'L’adresse est ajoutée à la commune, avec sa source.',
  opposed: 'C’est inscrit : plus rien ne lui sera écrit.',
  settled: 'C’est fait.',
  kind: 'Le courrier est reclassé.',
} as const

function newsOf(c: Context<Env>) {
  const done = c.req.query('done') ?? ''
  if (done === 'deposited') return depositNews(Number(c.req.query('received')), Number(c.req.query('known')))
  return Object.hasOwn(news, done) ? news[done as keyof typeof news] : undefined
}

const depositNews = (received: number, known: number) =>
  `${received || 0} message(s) reçu(s)${known > 0 ? `, ${known} déjà connu(s)` : ''}.`

type Shown = { readonly mail?: ShownMail; readonly problem?: string }

async function showMailbox(c: Context<Env>, { mail, problem }: Shown = {}) {
  const { db, world } = c.var
  const member = memberOf(c)
  const { page, ...filter } = readQuery(c, MailQuery)
  const [counts, total, mails, reading, alerts] = await Promise.all([
    countBySort(db, member),
    countMails(db, member, filter),
    listMails(db, member, filter, page),
    readingState(world),
    countOwnAlerts(db, new Date(world.clock().getTime() - 30 * 86_400_000)),
  ])
  const current = mail ?? mails[0]
  if (problem) c.status(422)
  return c.render(
    <MailboxPage
      news={newsOf(c)}
      problem={problem}
      reading={reading}
      alerts={alerts.alert ?? 0}
      filter={filter}
      page={page}
      counts={counts}
      total={total}
      mails={mails}
      currentId={current?.id}
    >
      {current && <MailPanel {...(await panelOf(c, current))} />}
    </MailboxPage>,
    { title: mail ? `${mail.subject || 'Sans objet'}, courrier reçu` : 'Courrier reçu' },
  )
}

async function panelOf(c: Context<Env>, mail: ShownMail) {
  const { db } = c.var
  const q = c.req.query('commune')?.trim() ?? ''
  const named = await communeNames(
    db,
    mail.candidates.map(({ insee }) => insee),
  )
  const sent = mail.deliveryId && !mail.insee ? await findSentEmail(db, mail.deliveryId) : undefined
  return {
    mail,
    company: sent?.companyName ? { name: sent.companyName, deliveryId: sent.deliveryId } : undefined,
    reports: await reportsOf(db, mail.id),
    candidates: mail.candidates.flatMap(({ insee, why }) => {
      const commune = named.find((one) => one.insee === insee)
      return commune ? [{ ...commune, why }] : []
    }),
    search: { q, found: await searched(db, q) },
    headers: c.req.query('headers') ? (await readSource(db, mail.id)).headers : undefined,
    query: queryOf(c),
  }
}

/** The filters in the address, without what a gesture left there. */
function queryOf(c: Context<Env>) {
  const words = new URL(c.req.url).searchParams
  for (const name of ['done', 'received', 'known', 'headers', 'commune']) words.delete(name)
  return words.size > 0 ? `?${words}` : ''
}

async function searched(db: Database, q: string) {
  if (q === '') return []
  const within = new Set(await listPerimeter(db))
  return (await communeIndex(db)).search(q, { limit: 8, within }).map(({ commune }) => commune)
}

async function readingState({ db, config, clock }: World): Promise<ReadingState> {
  const readiness = await mailboxReadiness(db, config, clock())
  const mailbox = config.imapUrl ? mailboxName(config.imapUrl) : undefined
  const reading = mailbox ? await findReading(db, mailbox) : undefined
  const { lastFailure, lastFailureAt } = reading ?? {}
  return {
    ...readiness,
    mailbox,
    failure:
      lastFailure && lastFailureAt
        ? { sentence: lastFailure, at: lastFailureAt, nextTryAt: reading?.nextTryAt ?? undefined }
        : undefined,
  }
}
