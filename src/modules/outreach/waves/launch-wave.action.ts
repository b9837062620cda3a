import { randomBytes } from 'node:crypto'
import type { Database } from '#platform/database/database.ts'
import { newId } from '#platform/ids.ts'
import type { World } from '#platform/world.ts'
import { refuse } from '#values/decision.ts'
import { newReplyCode, type ReplyCode } from '#values/reply-code.ts'
import { runLiveChecks } from '../checks/run-live-checks.action.ts'
import { insertDeliveries, type NewDelivery, takenCodes } from '../deliveries/deliveries.queries.ts'
import { messageIdOf } from '../deliveries/message-id.ts'
import { wakeWave } from '../deliveries/send-wave.job.ts'
import { domainOf } from '../deliveries/settle-doubt.action.ts'
import { chooseLanes } from '../lanes/choose-lanes.action.ts'
import { addressText, cutInLots } from '../lots/lot.ts'
import { insertLots } from '../lots/lots.queries.ts'
import { startComposing } from '../lots/start-composing.action.ts'
import { addressHmac, letterHmac } from '../oppositions/oppositions.queries.ts'
import { addresseeOf, keyOf } from './addressee.ts'
import type { AudienceRow } from './audience.ts'
import { orderOfDraw } from './draw.ts'
import { fingerprint } from './draw-waves.action.ts'
import { valuesFor } from './empty-variables.ts'
import type { LaunchPlan, Recipient } from './plan-launch.action.ts'
import { prepareLaunch } from './prepare-launch.action.ts'
import { mayLaunch } from './readiness/readiness.ts'
import { findWave, freezeWave, lockLaunches, lockWave } from './waves.queries.ts'

/**
 * Launches a wave once: freezes its message and its audience, exclusions included, and starts its e-mails and its letters,
 * all in one transaction. What must be tried for real is tried just before, outside it. Refuses a wave already launched,
 * and one whose list is not green at that very moment.
 */
export async function launchWave(world: World, id: string, by: string) {
  const draft = await findWave(world.db, id)
  if (draft.state === 'launched') return refuse('already-launched')

  await runLiveChecks(world, draft, by)
  return world.db.transaction(async (tx) => {
    await lockLaunches(tx)
    const wave = await lockWave(tx, id)
    const plan = await prepareLaunch(tx, world, wave)
    const decision = mayLaunch({ state: wave.state, lines: plan.lines, approval: plan.approval, by })
    if (!decision.ok) return decision

    const { message, sender, now } = plan
    await freezeWave(tx, id, { by, now, frozen: { ...message, sender } })
    // in the order of the draw, so that identifiers, which the senders follow, are in that order too
    const recipients = orderOfDraw(plan.recipients, ({ candidate }) => keyOf(candidate), {
      seed: wave.drawSeed ?? id,
      fingerprint,
    })
    await writeLedger(tx, world, id, { ...plan, recipients })
    return decision
  })
}

async function writeLedger(db: Database, world: World, waveId: string, plan: LaunchPlan) {
  const codes = await freshCodes(db, plan.recipients.length)
  const excluded = plan.audience.flatMap((row) => excludedRow(row, waveId, plan.now))
  const planned = plan.recipients.map((recipient, rank) => {
    const code = codes[rank]
    if (!code) throw new Error('a recipient has no reply code')
    return plannedRow(recipient, code, { waveId, world, plan })
  })
  const letters = cutInLots(planned.filter(({ channel }) => channel === 'letter').map(withPostcode))
  const lots = letters.map((lot, rank) => ({ id: newId(), waveId, number: rank + 1, letters: lot.length }))
  const lotOf = new Map(letters.flatMap((lot, rank) => lot.map(({ id }) => [id, lots[rank]?.id])))

  await insertLots(db, lots)
  await insertDeliveries(db, [
    ...planned.map((row) => ({ ...row, lotId: lotOf.get(row.id) ?? null })),
    ...excluded,
  ])
  if (planned.some(({ channel }) => channel === 'email')) {
    await chooseLanes(db, waveId)
    await wakeWave(db, waveId)
  }
  await startComposing(db, waveId)
}

type Launch = { waveId: string; world: World; plan: LaunchPlan }

function plannedRow(
  { candidate, planned }: Recipient,
  code: ReplyCode,
  { waveId, world, plan }: Launch,
): NewDelivery {
  const id = newId()
  const common = {
    id,
    waveId,
    ...addresseeOf(candidate),
    replyCode: code,
    addressSource: planned.source,
    messageValues: valuesFor(candidate, plan.sender, code, plan.now),
    createdAt: plan.now,
  }
  if (planned.channel === 'letter') {
    const { parts } = planned
    return {
      ...common,
      channel: 'letter',
      state: 'planned',
      address: addressText(parts),
      postalAddress: parts,
      addressHmac: letterHmac(world.config.secret, parts),
    }
  }
  return {
    ...common,
    channel: 'email',
    state: 'rendered',
    address: planned.address,
    addressHmac: addressHmac(world.config.secret, planned.address),
    messageId: messageIdOf(id, 1, domainOf(plan.sender.from)),
  }
}

const excludedRow = (row: AudienceRow, waveId: string, now: Date): NewDelivery[] =>
  'excluded' in row
    ? [
        {
          id: newId(),
          waveId,
          ...addresseeOf(row.candidate),
          channel: 'none',
          state: 'excluded',
          reason: row.excluded.reason,
          reasonDetail: row.excluded.detail ?? null,
          settledAt: now,
          createdAt: now,
        },
      ]
    : []

const withPostcode = (row: NewDelivery) => ({
  id: row.id,
  insee: row.insee ?? '',
  postcode: row.postalAddress?.postcode ?? '',
})

/** As many codes as asked, none of which was ever printed. */
async function freshCodes(db: Database, wanted: number): Promise<ReplyCode[]> {
  const codes = new Set<ReplyCode>()
  while (codes.size < wanted) {
    while (codes.size < wanted) codes.add(newReplyCode(randomBytes))
    for (const taken of await takenCodes(db, [...codes])) codes.delete(taken as ReplyCode)
  }
  return [...codes]
}
