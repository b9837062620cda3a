import { findProgramme } from '#modules/programme/index.ts'
import { digestOf } from '#platform/digest.ts'
import type { World } from '#platform/world.ts'
import { planLaunch } from '../waves/plan-launch.action.ts'
import { lockWave } from '../waves/waves.queries.ts'
import { type Approval, mayApprove } from './approval.ts'
import { insertApproval } from './approvals.queries.ts'
import { contentOf } from './content.action.ts'

type Word = {
  readonly decision: Approval['decision']
  readonly reason: string
  /** The digest of what the person had before them. */
  readonly seen: string
  readonly by: { readonly name: string; readonly organisationId: string }
}

/** A person of the other organisation approves a wave, or refuses it and says why. What they saw must still be what would leave. */
export function approveWave(world: World, waveId: string, { decision, reason, seen, by }: Word) {
  return world.db.transaction(async (tx) => {
    const wave = await lockWave(tx, waveId)
    const [{ associationId }, plan] = await Promise.all([findProgramme(tx), planLaunch(tx, world, wave)])
    const content = await contentOf(tx, wave, plan)
    const allowed = mayApprove({
      wave,
      approver: by,
      otherBodyId: associationId,
      seen,
      now: digestOf(content),
      decision,
      reason,
    })
    if (!allowed.ok) return allowed

    const said = { decision, reason: reason.trim(), organisationId: by.organisationId, by: by.name }
    await insertApproval(tx, { waveId, ...said, at: world.clock(), parts: content })
    return allowed
  })
}
