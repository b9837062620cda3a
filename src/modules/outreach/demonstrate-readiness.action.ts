import { findProgramme } from '#modules/programme/index.ts'
import { digestOf } from '#platform/digest.ts'
import { newId } from '#platform/ids.ts'
import type { World } from '#platform/world.ts'
import { approveWave } from './approvals/approve-wave.action.ts'
import { contentOf } from './approvals/content.action.ts'
import { listRegister } from './register/register.queries.ts'
import { saveEntry } from './register/save-entry.action.ts'
import { lookAt } from './test-copies/look-at-copy.action.ts'
import { sendTestCopy } from './test-copies/send-test-copy.action.ts'
import { keyOf } from './waves/addressee.ts'
import { planLaunch } from './waves/plan-launch.action.ts'
import { findWave } from './waves/waves.queries.ts'

const coordinator = { name: 'Claire Exemple', email: 'claire@operateur.example' }
const names = { operator: coordinator.name, association: 'Karima Exemple' }

/** Each body of the demonstration confirms its entries of the register; trainings stay to be read. */
export async function demonstrateRegister(world: World) {
  for (const { organisation, purpose, text } of await listRegister(world.db)) {
    if (purpose === 'trainings') continue

    const organisationId = organisation.id
    const by = { name: names[organisation.kind], organisationId }
    const saved = await saveEntry(world, { organisationId, purpose, text, version: 0, isConfirmed: true, by })
    if (!saved.ok) throw new Error(`the demonstration's register: ${saved.reason}`)
  }
}

/** Takes a wave through what people do before a launch: a copy looked at, and the word of the association. */
export async function demonstrateReadiness(world: World, waveId: string) {
  await lookAtCopy(world, waveId)
  const wave = await findWave(world.db, waveId)
  const content = await contentOf(world.db, wave, await planLaunch(world.db, world, wave))
  const { associationId } = await findProgramme(world.db)
  const approved = await approveWave(world, waveId, {
    decision: 'approved',
    reason: '',
    seen: digestOf(content),
    by: { name: names.association, organisationId: associationId },
  })
  if (!approved.ok) throw new Error(`the demonstration's approval: ${approved.reason}`)
}

async function lookAtCopy(world: World, waveId: string) {
  const { recipients } = await planLaunch(world.db, world, await findWave(world.db, waveId))
  const [first] = recipients
  if (!first) throw new Error('a wave of the demonstration writes to nobody')

  const id = newId()
  const sent = await sendTestCopy(world, waveId, { id, addressee: keyOf(first.candidate), by: coordinator })
  if (!sent.ok) throw new Error(`the demonstration's test copy: ${sent.reason}`)
  await lookAt(world, waveId, id, coordinator.name)
}
