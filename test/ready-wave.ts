import { sql } from 'drizzle-orm'
import { findProgramme } from '#modules/programme/index.ts'
import { digestOf } from '#platform/digest.ts'
import { newId } from '#platform/ids.ts'
import type { Transport } from '#platform/mail/mail.ts'
import type { World } from '#platform/world.ts'
import { approveWave } from '../src/modules/outreach/approvals/approve-wave.action.ts'
import { contentOf } from '../src/modules/outreach/approvals/content.action.ts'
import { runLiveChecks } from '../src/modules/outreach/checks/run-live-checks.action.ts'
import { type Purpose, wavePurposes } from '../src/modules/outreach/register/purpose.ts'
import { entriesOf } from '../src/modules/outreach/register/register.queries.ts'
import { saveEntry } from '../src/modules/outreach/register/save-entry.action.ts'
import { lookAt } from '../src/modules/outreach/test-copies/look-at-copy.action.ts'
import { sendTestCopy } from '../src/modules/outreach/test-copies/send-test-copy.action.ts'
import { keyOf } from '../src/modules/outreach/waves/addressee.ts'
import { launchWave } from '../src/modules/outreach/waves/launch-wave.action.ts'
import { planLaunch } from '../src/modules/outreach/waves/plan-launch.action.ts'
import { findWave } from '../src/modules/outreach/waves/waves.queries.ts'
import { people } from './cast.ts'

const [outreach] = wavePurposes

/** Makes a wave launchable by the real actions, each by the person of the cast whose part it is; then launches it. */
export async function launchReadyWave(world: World, waveId: string, by = people.operator.name) {
  await readyWave(world, waveId)
  return launchWave(world, waveId, by)
}

/**
 * Turns green every line that people turn, what is tried for real included: what a wave still lacks afterwards is what its
 * test is about.
 */
export async function readyWave(world: World, waveId: string) {
  await world.db.execute(sql`update waves set purpose = coalesce(purpose, ${outreach}) where id = ${waveId}`)
  await confirmRegister(world, (await findWave(world.db, waveId)).purpose ?? outreach)
  await lookAtCopy(world, waveId)
  await approveAsAssociation(world, waveId)
  await runLiveChecks(world, await findWave(world.db, waveId), people.operator.name)
}

/** Each body confirms its entry for the waves' purpose, by its own person. */
export async function confirmRegister(world: World, asked: Purpose = outreach) {
  for (const { organisation, purpose, text, version } of await entriesOf(world.db, asked)) {
    const by = { name: people[organisation.kind].name, organisationId: organisation.id }
    await saveEntry(world, {
      organisationId: organisation.id,
      purpose,
      text,
      version: version?.number ?? 0,
      isConfirmed: true,
      by,
    })
  }
}

/** The association's person approves what would leave now. */
export async function approveAsAssociation(world: World, waveId: string, decision = 'approved' as const) {
  const { associationId } = await findProgramme(world.db)
  const by = { name: people.association.name, organisationId: associationId }
  return approveWave(world, waveId, { decision, reason: '', seen: await seenNow(world, waveId), by })
}

/** The digest of what would leave now, as the approval page carries it. */
export async function seenNow(world: World, waveId: string) {
  const wave = await findWave(world.db, waveId)
  return digestOf(await contentOf(world.db, wave, await planLaunch(world.db, world, wave)))
}

// The copy goes to a colleague: a server that a test watches over hears nothing of it.
const ownMailbox: Transport = {
  name: 'outbox',
  close: () => {},
  send: async () => ({ outcome: 'accepted', answer: '250 OK' }),
}

/** The operator's person asks for a copy of what the first town hall would receive, and looks at it. */
export async function lookAtCopy(world: World, waveId: string) {
  const { recipients } = await planLaunch(world.db, world, await findWave(world.db, waveId))
  const [first] = recipients
  if (!first) return

  const { name } = people.operator
  const id = newId()
  const by = { name, email: 'claire@operator.example' }
  await sendTestCopy({ ...world, mail: ownMailbox }, waveId, { id, addressee: keyOf(first.candidate), by })
  await lookAt(world, waveId, id, name)
}
