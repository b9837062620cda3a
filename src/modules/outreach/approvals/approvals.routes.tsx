import type { Context } from 'hono'
import { z } from 'zod'
import { findOrganisation } from '#modules/organisations/index.ts'
import { findProgramme } from '#modules/programme/index.ts'
import { digestOf } from '#platform/digest.ts'
import { app, type Env } from '#platform/http/app.ts'
import { readForm } from '#platform/http/form.ts'
import { memberOf } from '#platform/http/member.ts'
import { entriesOf } from '../register/register.queries.ts'
import { planLaunch } from '../waves/plan-launch.action.ts'
import { outreachPaths } from '../waves/waves.paths.ts'
import { findWave, listHandExclusions } from '../waves/waves.queries.ts'
import { ApprovalPage } from './approval.page.tsx'
import type { ApprovalRefusal } from './approval.ts'
import { listApprovals } from './approvals.queries.ts'
import { approveWave } from './approve-wave.action.ts'
import { contentOf, standingOfApproval } from './content.action.ts'

const WordForm = z.object({
  decision: z.enum(['approved', 'refused'], 'Dites si vous approuvez la vague.'),
  reason: z.string().trim().max(500, 'Dites-le en moins de 500 caractères.').default(''),
  seen: z.string().default(''),
})

/** What the other organisation reads of a wave before saying yes or no, and its word. */
export const approvalRoutes = app()
  .get('/waves/:id/approval', (c) => show(c))

  .post('/waves/:id/approvals', async (c) => {
    const id = c.req.param('id')
    const form = await readForm(c, WordForm)
    if (!form.ok) return show(c, { typed: form.typed, problem: form.problems[0]?.message })

    const { name, organisation } = memberOf(c)
    const by = { name, organisationId: organisation.id }
    const decision = await approveWave(c.var.world, id, { ...form.value, by })
    if (decision.ok) return c.redirect(outreachPaths.approval(id), 303)
    return show(c, { refusal: decision.reason, typed: { reason: form.value.reason } })
  })

type Refused = {
  readonly refusal?: ApprovalRefusal
  readonly problem?: string
  readonly typed?: Readonly<Record<string, string>>
}

async function show(c: Context<Env>, refused?: Refused) {
  const { db, world } = c.var
  const wave = await findWave(db, c.req.param('id') ?? '')
  if (refused) c.status(422)
  const [plan, byHand, said, { associationId }, entries] = await Promise.all([
    planLaunch(db, world, wave),
    listHandExclusions(db, wave.id),
    listApprovals(db, wave.id),
    findProgramme(db),
    wave.purpose ? entriesOf(db, wave.purpose) : [],
  ])
  const content = await contentOf(db, wave, plan)
  const [standing, otherBody] = await Promise.all([
    standingOfApproval(db, wave, content),
    findOrganisation(db, associationId),
  ])
  return c.render(
    <ApprovalPage
      wave={wave}
      message={plan.message}
      recipients={plan.recipients.map(({ candidate: { insee, companyId, name }, planned: { channel } }) => ({
        insee,
        companyId,
        name,
        channel,
      }))}
      excluded={plan.audience.length - plan.recipients.length}
      byHand={byHand}
      entries={entries}
      standing={standing}
      said={said}
      otherBody={otherBody.name}
      seen={digestOf(content)}
      mayApprove={wave.state === 'draft' && memberOf(c).organisation.id === associationId}
      {...refused}
    />,
    { title: `Approbation : ${wave.name}` },
  )
}
