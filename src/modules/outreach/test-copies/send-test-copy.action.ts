import { isId } from '#platform/ids.ts'
import type { World } from '#platform/world.ts'
import { accept, refuse } from '#values/decision.ts'
import { letterDigest } from '../approvals/content.action.ts'
import { domainOf } from '../deliveries/settle-doubt.action.ts'
import { composePreview, findOccasion, previewEmail } from '../messages/preview-message.action.ts'
import { planLaunch } from '../waves/plan-launch.action.ts'
import { findWave } from '../waves/waves.queries.ts'
import { insertTestCopy } from './test-copies.queries.ts'

type Asking = {
  /** The form's own identifier: posted twice, one copy is kept. */
  readonly id: string
  readonly insee: string
  readonly by: { readonly name: string; readonly email: string }
}

/**
 * Writes what a town hall of the wave would receive, really rendered: an e-mail leaves for the member's own address, a
 * letter is composed to be looked at. Nothing goes to the town hall.
 */
export async function sendTestCopy(world: World, waveId: string, { id, insee, by }: Asking) {
  const wave = await findWave(world.db, waveId)
  if (wave.state === 'launched') return refuse('already-launched')

  const plan = await planLaunch(world.db, world, wave)
  const recipient = plan.recipients.find(({ candidate }) => candidate.insee === insee)
  const occasion = recipient && (await findOccasion(world, insee))
  if (!recipient || !occasion || !isId(id)) return refuse('not-in-the-wave')

  const { channel } = recipient.planned
  if (channel === 'letter') {
    if (!(await composePreview(plan.message, occasion)).ok) return refuse('letter-blocked')
  } else {
    const mail = previewEmail(plan.message, occasion)
    const messageId = `${id}@${domainOf(plan.sender.from)}`
    const { outcome } = await world.mail.send({ ...mail, messageId, to: by.email })
    if (outcome !== 'accepted') return refuse('not-sent')
  }

  const sentTo = channel === 'email' ? by.email : null
  const asked = { askedAt: world.clock(), askedBy: by.name }
  await insertTestCopy(world.db, { id, waveId, insee, channel, digest: letterDigest(plan), sentTo, ...asked })
  return accept(channel)
}

export type TestCopyRefusal = Extract<Awaited<ReturnType<typeof sendTestCopy>>, { ok: false }>['reason']
