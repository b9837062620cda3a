import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { findOrganisation } from '#modules/organisations/index.ts'
import {
  findDeliveryByReplyCode,
  findInvitationByCode,
  findProbeByCode,
  honourProbe,
  outreachPaths,
  returnPaths,
} from '#modules/outreach/index.ts'
import { findProgramme } from '#modules/programme/index.ts'
import type { Database } from '#platform/database/database.ts'
import { app, type Env } from '#platform/http/app.ts'
import { type FormReading, readForm } from '#platform/http/form.ts'
import { together } from '#platform/together.ts'
import { parseReplyCode, type ReplyCode } from '#values/reply-code.ts'
import { answerLetter } from './answer-letter.action.ts'
import { AnswerForm } from './contact-forms.ts'
import { replyPaths } from './contacts.paths.ts'
import { findAnswer, lastAnswer } from './contacts.queries.ts'
import { ReplyPage } from './reply.page.tsx'
import { ReplyCodePage } from './reply-code.page.tsx'
import { ReplyThanksPage } from './reply-thanks.page.tsx'

// A page about one town hall is kept by no search engine and by no shared machine of the library.
const discreet = createMiddleware<Env>(async (c, next) => {
  await next()
  c.header('x-robots-tag', 'noindex, nofollow')
  c.header('cache-control', 'no-store')
})

export const replyRoutes = app()
  .use('/r', discreet)
  .use('/r/*', discreet)

  .get('/r', (c) => {
    const typed = c.req.query('code') ?? ''
    return typed.trim() === ''
      ? showCodeField(c, '')
      : c.redirect(replyPaths.answer(encodeURIComponent(typed)), 303)
  })

  // The drawing on the letter is written in capitals: it needs a third fewer modules.
  .get('/R/:code', (c) => c.redirect(replyPaths.answer(encodeURIComponent(c.req.param('code'))), 301))

  .get('/r/:code', async (c) => {
    const reading = await readCode(c)
    if ('invitation' in reading) return c.redirect(outreachPaths.invitation(reading.invitation), 303)
    return 'problem' in reading ? showCodeField(c, reading.typed, reading.problem) : showForm(c, reading)
  })

  .post('/r/:code', async (c) => {
    const reading = await readCode(c)
    if ('invitation' in reading) return c.redirect(outreachPaths.invitation(reading.invitation), 303)
    if ('problem' in reading) return (await takeProbe(c)) ?? showCodeField(c, reading.typed, reading.problem)
    const form = await readForm(c, AnswerForm)
    if (!form.ok) return showForm(c, reading, form)

    const { once, ...said } = form.value
    await answerLetter(c.var.db, { ...said, ...reading, id: once }, c.var.world.clock())
    return c.redirect(replyPaths.answered(reading.code, once), 303)
  })

  .get('/r/:code/answers/:id', async (c) => {
    const code = c.req.param('code')
    const answer = await findAnswer(c.var.db, c.req.param('id'), code)
    const receiver = await findOrganisation(c.var.db, answer.organisationId)
    const commune = { name: answer.commune, nameType: answer.nameType }
    const thanks = { code, commune, receiver, wish: answer.wish ?? 'need' }
    return c.render(<ReplyThanksPage {...thanks} />, {
      title: 'Votre réponse est enregistrée',
      face: 'public',
    })
  })

/**
 * An opposition that Beffroi posts to this very page before a launch, to see it taken. Nothing for any other code: whether
 * it was taken is asked of the probe, not of this answer.
 */
async function takeProbe(c: Context<Env>) {
  const parsed = parseReplyCode(c.req.param('code') ?? '')
  const probe = parsed.ok && (await findProbeByCode(c.var.db, parsed.value))
  if (!probe) return undefined

  const form = await readForm(c, AnswerForm)
  if (form.ok && form.value.wish === 'do-not-write') await honourProbe(c.var.world, probe)
  return c.text('Essai.', form.ok ? 200 : 422)
}

type Reading = {
  readonly code: ReplyCode
  readonly delivery: NonNullable<Awaited<ReturnType<typeof findDeliveryByReplyCode>>>
}

/** A company's code: its page is the census's, which stands above this module. */
type Invited = { readonly invitation: ReplyCode }

/** The letter that a typed code belongs to, or the sentence that helps to type it again. */
async function readCode(c: Context<Env>): Promise<Reading | Invited | { typed: string; problem: string }> {
  const typed = c.req.param('code') ?? ''
  const parsed = parseReplyCode(typed)
  if (!parsed.ok) return { typed, problem: misread[parsed.reason] }

  const delivery = await findDeliveryByReplyCode(c.var.db, parsed.value)
  if (delivery) return { code: parsed.value, delivery }
  const invitation = await findInvitationByCode(c.var.db, parsed.value)
  return invitation ? { invitation: parsed.value } : { typed, problem: unknown }
}

const misread = {
  malformed:
    'Un code compte dix lettres et chiffres, comme ABCDE-FGHJK. Relisez-le sur la lettre : il est gardé ci-dessous tel que vous l’avez tapé.',
  'wrong-check':
    'Un caractère a été pris pour un autre, ou deux ont été échangés. Relisez le code sur la lettre, signe par signe.',
}
const unknown =
  'Aucune de nos lettres ne porte ce code. Relisez-le sur la lettre ; s’il est juste, appelez le numéro qu’elle indique.'

function showCodeField(c: Context<Env>, typed: string, problem?: string) {
  if (problem) c.status(404)
  return c.render(<ReplyCodePage typed={typed} problem={problem} />, {
    title: 'Répondre à une lettre',
    face: 'public',
  })
}

type Refused = Extract<FormReading<unknown>, { ok: false }>

async function showForm(c: Context<Env>, { code, delivery }: Reading, refused?: Refused) {
  const { db } = c.var
  const [answered, partners] = await Promise.all([lastAnswer(db, code), partnersOf(db)])
  const commune = { name: delivery.commune, nameType: delivery.nameType }
  if (refused) c.status(422)
  return c.render(
    <ReplyPage
      code={code}
      commune={commune}
      partners={partners}
      answeredAt={answered?.receivedAt}
      returnHref={mayNoteReturns(c) && delivery.state === 'posted' ? returnPaths.letter(code) : undefined}
      typed={refused?.typed ?? {}}
      problems={refused?.problems ?? []}
    />,
    { title: `Mairie : ${commune.name}`, face: 'public' },
  )
}

// A colleague who scans the square of a letter that came back lands here: they are offered to note it.
const mayNoteReturns = (c: Context<Env>) => ['operator', 'association'].includes(c.var.visitor.role)

// Every town hall reads the same partners: when a wave arrives, those who open the page together share one reading.
const share = together<Partners>()
const partnersOf = (db: Database) => share(db, 'partners', () => findPartners(db))

type Partners = Awaited<ReturnType<typeof findPartners>>

async function findPartners(db: Database) {
  const { operatorId, associationId } = await findProgramme(db)
  const [operator, association] = await Promise.all([
    findOrganisation(db, operatorId),
    findOrganisation(db, associationId),
  ])
  return { operator, association }
}
