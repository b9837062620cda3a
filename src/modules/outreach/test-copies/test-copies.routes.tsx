import type { Context } from 'hono'
import { z } from 'zod'
import { plainName } from '#modules/communes/index.ts'
import { app, type Env } from '#platform/http/app.ts'
import { type Problem, readForm } from '#platform/http/form.ts'
import { memberOf } from '#platform/http/member.ts'
import { newId } from '#platform/ids.ts'
import { letterDigest } from '../approvals/content.action.ts'
import { keyOf } from '../waves/addressee.ts'
import { planLaunch } from '../waves/plan-launch.action.ts'
import { showWave } from '../waves/wave.routes.tsx'
import { outreachPaths } from '../waves/waves.paths.ts'
import { findWave } from '../waves/waves.queries.ts'
import { lookAt } from './look-at-copy.action.ts'
import { sendTestCopy, type TestCopyRefusal } from './send-test-copy.action.ts'
import { listTestCopies } from './test-copies.queries.ts'
import { TestCopyPage } from './test-copy.page.tsx'
import { lookStanding } from './test-copy.ts'

const CopyForm = z.object({
  once: z.string().default(''),
  commune: z.string().trim().min(1, 'Dites pour qui.'),
})

/** A copy of what a wave would send, asked for and looked at by somebody before its launch. */
export const testCopyRoutes = app()
  .get('/waves/:id/test-copy', (c) => show(c))

  .post('/waves/:id/test-copies', async (c) => {
    const id = c.req.param('id')
    const form = await readForm(c, CopyForm)
    if (!form.ok) return show(c, form)

    const { once, commune } = form.value
    const { name, email } = memberOf(c)
    const asked = { id: once || newId(), addressee: await addresseeTyped(c, commune), by: { name, email } }
    const decision = await sendTestCopy(c.var.world, id, asked)
    if (decision.ok) return c.redirect(outreachPaths.testCopy(id), 303)
    return decision.reason === 'already-launched'
      ? showWave(c, { refusal: decision.reason })
      : show(c, { refusal: decision.reason, typed: { commune } })
  })

  .post('/waves/:id/test-copies/:copy/look', async (c) => {
    const { id, copy } = c.req.param()
    const decision = await lookAt(c.var.world, id, copy, memberOf(c).name)
    return decision.ok ? c.redirect(outreachPaths.wave(id), 303) : showWave(c, { refusal: decision.reason })
  })

/** The town hall or the company that a name stands for, in the wave; as typed when it is none of them. */
async function addresseeTyped(c: Context<Env>, typed: string) {
  const wave = await findWave(c.var.db, c.req.param('id') ?? '')
  const { recipients } = await planLaunch(c.var.db, c.var.world, wave)
  const found = recipients.find(({ candidate }) => plainName(candidate.name) === plainName(typed))
  return found ? keyOf(found.candidate) : typed
}

type Shown = {
  readonly refusal?: TestCopyRefusal
  readonly problems?: readonly Problem[]
  readonly typed?: Readonly<Record<string, string>>
}

async function show(c: Context<Env>, refused?: Shown) {
  const wave = await findWave(c.var.db, c.req.param('id') ?? '')
  if (wave.state === 'launched') return c.redirect(outreachPaths.wave(wave.id), 303)

  const [plan, copies] = await Promise.all([
    planLaunch(c.var.db, c.var.world, wave),
    listTestCopies(c.var.db, wave.id),
  ])
  const digest = letterDigest(plan)
  if (refused) c.status(422)
  return c.render(
    <TestCopyPage
      wave={wave}
      email={memberOf(c).email}
      addressees={plan.recipients.map(({ candidate, planned }) => ({
        name: candidate.name,
        channel: planned.channel,
      }))}
      copies={copies.map((copy) => ({ ...copy, isOfThisText: copy.digest === digest }))}
      look={lookStanding(copies, digest, plan.now)}
      {...refused}
    />,
    { title: `Copie d’essai : ${wave.name}` },
  )
}
