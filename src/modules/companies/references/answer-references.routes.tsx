import type { Context } from 'hono'
import { z } from 'zod'
import { findCommune } from '#modules/communes/index.ts'
import { app, type Env } from '#platform/http/app.ts'
import { readForm } from '#platform/http/form.ts'
import type { FilledForm } from '../services/service-form.tsx'
import { answerReferences, type ReferenceAnswer } from './answer-references.action.ts'
import {
  AnswerReferencesPage,
  ReferencesAnsweredPage,
  WrongReferenceLinkPage,
} from './answer-references.page.tsx'
import { mailOfReferenceLink } from './reference-link.action.ts'
import { type Reference, referencesAskedOf } from './references.queries.ts'

const Answers = z.record(z.string(), z.unknown())
const frame = { title: 'Références', face: 'public' } as const

export const answerReferencesRoutes = app()
  .get('/references/:token', (c) => show(c))

  .post('/references/:token', async (c) => {
    const mail = await mailOfReferenceLink(c.var.world, c.req.param('token'))
    if (!mail.ok) return wrongLink(c, mail.reason === 'expired')
    const form = await readForm(c, Answers)
    if (!form.ok) return show(c, form)

    const typed = texts(form.value)
    const works = await referencesAskedOf(c.var.db, mail.value.insee)
    const { answers, problems } = read(works, typed)
    if (problems.length > 0) return show(c, { problems, typed })
    const writesNoMore = typed.writesNoMore === 'oui'
    await answerReferences(c.var.world, { mail: mail.value, answers, writesNoMore })
    return c.render(<ReferencesAnsweredPage commune={await findCommune(c.var.db, mail.value.insee)} />, frame)
  })

const texts = (fields: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )

/** What was said of each work; a no that does not say why is asked again, for the company has a right to answer it. */
function read(works: readonly Reference[], typed: Readonly<Record<string, string>>) {
  const said = works.map(({ id }) => ({
    id,
    word: typed[`word-${id}`] ?? 'later',
    why: (typed[`why-${id}`] ?? '').trim().slice(0, 300),
  }))
  return {
    answers: said.filter(
      (answer): answer is ReferenceAnswer => answer.word === 'yes' || answer.word === 'no',
    ),
    problems: said
      .filter(({ word, why }) => word === 'no' && why === '')
      .map(({ id }) => ({
        field: `why-${id}`,
        message: 'Dites pourquoi : l’entreprise a le droit d’y répondre.',
      })),
  }
}

async function show(c: Context<Env>, refused?: FilledForm) {
  const token = c.req.param('token') ?? ''
  c.header('cache-control', 'no-store')
  const mail = await mailOfReferenceLink(c.var.world, token)
  if (!mail.ok) return wrongLink(c, mail.reason === 'expired')

  const { insee } = mail.value
  const [commune, works] = await Promise.all([
    findCommune(c.var.db, insee),
    referencesAskedOf(c.var.db, insee),
  ])
  if (refused) c.status(422)
  return c.render(<AnswerReferencesPage token={token} commune={commune} works={works} {...refused} />, frame)
}

function wrongLink(c: Context<Env>, isExpired: boolean) {
  c.status(isExpired ? 410 : 404)
  return c.render(<WrongReferenceLinkPage isExpired={isExpired} />, frame)
}
