import type { Context } from 'hono'
import { z } from 'zod'
import { findCommune } from '#modules/communes/index.ts'
import { app, type Env } from '#platform/http/app.ts'
import { type FormValues, type Problem, readForm } from '#platform/http/form.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { type NameLink, ofCommune } from '#values/commune-name.ts'
import { AnswerPage, DeadLinkPage } from './answer.page.tsx'
import { type Answered, answerMail } from './answer-mail.action.ts'
import { discreet } from './discreet.routes.ts'
import { listSaid, type Said } from './said.queries.ts'
import { askAgain } from './said-again.queries.ts'
import { askTownHallsJob } from './town-halls.job.ts'
import { answers } from './usage-answer.ts'
import { mailOfLink } from './usage-link.action.ts'
import type { UsageMail } from './usage-mails.queries.ts'
import { usagePaths } from './usages.paths.ts'

/** Everything that is posted, by the name of its field: one answer for each thing said. */
const Posted = z.object({}).catchall(z.string().trim().max(300).catch(''))

/** A town hall answers by the link of its mail. */
export const answerRoutes = app()
  .use('/usages/answers/*', discreet)

  // Changes nothing: the robots that guard mailboxes open every link.
  .get('/usages/answers/:token', async (c) => {
    const link = await mailOfLink(c.var.world, c.req.param('token'))
    if (!link.ok) return showDead(c, link.reason)
    return showAnswers(c, link.value)
  })

  .post('/usages/answers/:token', async (c) => {
    const token = c.req.param('token')
    const link = await mailOfLink(c.var.world, token)
    if (!link.ok) return showDead(c, link.reason)

    const form = await readForm(c, Posted)
    const posted = form.ok ? form.value : {}
    const said = await listSaid(c.var.db, link.value.insee, c.var.world.clock())
    const read = said.map((one) => answerTo(one, posted))
    const problems = problemsOf(read, posted)
    if (problems.length > 0) return showAnswers(c, link.value, { typed: posted, problems })

    await answerMail(c.var.world, link.value, {
      answers: read,
      writesNoMore: posted.writesNoMore !== undefined,
    })
    return c.redirect(`${usagePaths.answer(token)}?done=oui`, 303)
  })

  .post('/usages/answers/:token/links', async (c) => {
    const link = await mailOfLink(c.var.world, c.req.param('token'))
    if (link.ok) return c.redirect(usagePaths.answer(c.req.param('token')), 303)
    if (link.reason === 'expired') {
      await c.var.db.transaction(async (tx) => {
        await askAgain(tx, link.insee)
        await enqueue(tx, askTownHallsJob, {}, { singletonKey: 'ask' })
      })
    }
    return showDead(c, link.reason, link.reason === 'expired')
  })

const answerTo = ({ id }: Said, posted: FormValues): Answered => ({
  id,
  answer: answers.find((known) => known === posted[`answer-${id}`]) ?? 'later',
  why: posted[`why-${id}`] ?? '',
  acceptsCall: posted[`call-${id}`] !== undefined,
})

function problemsOf(read: readonly Answered[], posted: FormValues): readonly Problem[] {
  const unexplained = read.filter(({ answer, why }) => answer === 'left' && why === '')
  const saidNothing = read.length > 0 && !Object.keys(posted).some((field) => field.startsWith('answer-'))
  return [
    ...unexplained.map(({ id }) => ({ field: `why-${id}`, message: 'Dites pourquoi, en quelques mots.' })),
    ...(saidNothing && posted.writesNoMore === undefined
      ? [{ field: `answer-${read[0]?.id}`, message: 'Choisissez au moins une réponse.' }]
      : []),
  ]
}

type Refused = { readonly typed: FormValues; readonly problems: readonly Problem[] }

async function showAnswers(c: Context<Env>, { insee }: UsageMail, refused?: Refused) {
  const [commune, said] = await Promise.all([
    findCommune(c.var.db, insee),
    listSaid(c.var.db, insee, c.var.world.clock()),
  ])
  if (refused) c.status(422)
  const townHall = `la mairie ${ofCommune(commune.name, commune.nameType as NameLink)}`
  return c.render(
    <AnswerPage
      token={c.req.param('token') ?? ''}
      insee={insee}
      townHall={townHall}
      said={said}
      isDone={c.req.query('done') !== undefined}
      typed={refused?.typed ?? {}}
      problems={refused?.problems ?? []}
    />,
    { title: `Les logiciels de ${townHall}`, face: 'public' },
  )
}

function showDead(c: Context<Env>, reason: 'unknown' | 'expired', isSent = false) {
  c.status(isSent ? 200 : 404)
  return c.render(
    <DeadLinkPage token={c.req.param('token') ?? ''} isExpired={reason === 'expired'} isSent={isSent} />,
    { title: 'Ce lien n’est plus valable', face: 'public' },
  )
}
