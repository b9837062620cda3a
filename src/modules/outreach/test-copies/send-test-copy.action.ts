import { isId } from '#platform/ids.ts'
import type { World } from '#platform/world.ts'
import { accept, refuse } from '#values/decision.ts'
import { letterDigest } from '../approvals/content.action.ts'
import { domainOf } from '../deliveries/settle-doubt.action.ts'
import { companyOccasion, previewCompanyEmail } from '../messages/company-preview.action.ts'
import { composePreview, findOccasion, previewEmail } from '../messages/preview-message.action.ts'
import { addresseeOf, keyOf } from '../waves/addressee.ts'
import type { Addressee } from '../waves/audience.ts'
import { type LaunchPlan, planLaunch } from '../waves/plan-launch.action.ts'
import { findWave } from '../waves/waves.queries.ts'
import { insertTestCopy } from './test-copies.queries.ts'

type Asking = {
  /** The form's own identifier: posted twice, one copy is kept. */
  readonly id: string
  /** The INSEE code of a town hall of the wave, or the identifier of a company of it. */
  readonly addressee: string
  readonly by: { readonly name: string; readonly email: string }
}

/**
 * Writes what an addressee of the wave would receive, really rendered: an e-mail leaves for the member's own address, a
 * letter is composed to be looked at. Nothing goes to the addressee.
 */
export async function sendTestCopy(world: World, waveId: string, { id, addressee, by }: Asking) {
  const wave = await findWave(world.db, waveId)
  if (wave.state === 'launched') return refuse('already-launched')

  const plan = await planLaunch(world.db, world, wave)
  const recipient = plan.recipients.find(({ candidate }) => keyOf(candidate) === addressee)
  if (!recipient || !isId(id)) return refuse('not-in-the-wave')

  const { candidate, planned } = recipient
  const { channel } = planned
  if (channel === 'letter') {
    if (!(await isComposed(world, plan, candidate))) return refuse('letter-blocked')
  } else {
    const mail = await emailFor(world, plan, candidate)
    const messageId = `${id}@${domainOf(plan.sender.from)}`
    const { outcome } = await world.mail.send({ ...mail, messageId, to: by.email })
    if (outcome !== 'accepted') return refuse('not-sent')
  }

  const sentTo = channel === 'email' ? by.email : null
  const asked = { askedAt: world.clock(), askedBy: by.name }
  const copy = {
    id,
    waveId,
    ...addresseeOf(candidate),
    channel,
    digest: letterDigest(plan),
    sentTo,
    ...asked,
  }
  await insertTestCopy(world.db, copy)
  return accept(channel)
}

async function isComposed(world: World, { message }: LaunchPlan, { insee }: Addressee) {
  const occasion = insee === undefined ? undefined : await findOccasion(world, insee)
  return occasion !== undefined && (await composePreview(message, occasion)).ok
}

async function emailFor(world: World, { message }: LaunchPlan, candidate: Addressee) {
  if (candidate.companyId !== undefined)
    return previewCompanyEmail(message, await companyOccasion(world, candidate.companyId))

  const occasion = await findOccasion(world, candidate.insee)
  if (!occasion) throw new Error(`a wave writes to ${candidate.insee} before the programme is founded`)
  return previewEmail(message, occasion)
}

export type TestCopyRefusal = Extract<Awaited<ReturnType<typeof sendTestCopy>>, { ok: false }>['reason']
