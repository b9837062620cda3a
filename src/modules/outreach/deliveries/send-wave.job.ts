import { z } from 'zod'
import type { Database } from '#platform/database/database.ts'
import { newId } from '#platform/ids.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { defineJob } from '#platform/jobs/job.ts'
import type { World } from '#platform/world.ts'
import { excludeOpposed } from '../oppositions/oppositions.queries.ts'
import { frozenMessage } from '../waves/waves.queries.ts'
import { claim, lanesOf, wakeRetries } from './ledger.queries.ts'
import { returnTokens, takeTokens } from './rates.queries.ts'
import { sendDelivery } from './send-delivery.action.ts'

/**
 * Safe to run twice, and several at once: the ledger gives each e-mail to one sender, under a lease. Ends when nothing is
 * ready or the rate is spent; the clock starts it again each minute while something is left.
 */
export const sendWave = defineJob({
  name: 'outreach.send-wave',
  payload: z.object({ waveId: z.uuid() }),
  async run({ waveId }, world) {
    await wakeRetries(world.db, world.clock())
    await excludeOpposed(world.db, world.clock())
    for (const lane of await lanesOf(world.db, waveId)) {
      while ((await sendSome(world, waveId, lane)) > 0);
    }
  },
})

const batch = 10
const lease = 2 * 60_000

/** Sends as many e-mails as the rate allows, ten at most; gives how many were taken. */
export async function sendSome(world: World, waveId: string, lane: string): Promise<number> {
  const { db, clock } = world
  const bucket = { sender: world.mail.name, lane, perMinute: perMinute(world) }
  const tokens = await takeTokens(db, bucket, batch, clock())
  if (tokens === 0) return 0

  const token = newId()
  const until = new Date(clock().getTime() + lease)
  const ids = await claim(db, { waveId, lane, limit: tokens, token, until })
  if (ids.length < tokens) await returnTokens(db, bucket, tokens - ids.length)
  if (ids.length === 0) return 0

  const frozen = await frozenMessage(db, waveId)
  for (const id of ids) await sendDelivery(world, id, token, frozen)
  return ids.length
}

// A receiver that does not know us yet takes some twenty messages a minute; the outbox is a table of ours.
const perMinute = ({ mail }: World) => (mail.name === 'outbox' ? 6000 : 20)

/** Starts the sending of a wave, or lets the one that waits do it. */
export const wakeWave = (db: Database, waveId: string) =>
  enqueue(db, sendWave, { waveId }, { singletonKey: waveId })
