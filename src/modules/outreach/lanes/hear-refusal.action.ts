import type { Database } from '#platform/database/database.ts'
import { slowDown } from '../deliveries/rates.queries.ts'
import type { Verdict } from '../deliveries/refusal.ts'
import { countPolicyRefusals, insertStop, lockLane } from './stops.queries.ts'

type Heard = {
  readonly verdict: Verdict
  readonly lane: string
  readonly sender: string
  readonly perMinute: number
  readonly evidence: string
  readonly deliveryId: string
  readonly at: Date
}

// The third refusal of policy in a hundred answers.
const tolerated = 3

/**
 * What a refusal teaches of the lane, in the transaction that writes it: who we are is refused, it stops at once; our mail is
 * not wanted, it stops at the third in a hundred; it is asked to slow down, it slows. No recipient is ever blamed for these.
 */
export async function hearRefusal(db: Database, { verdict, lane, sender, perMinute, ...heard }: Heard) {
  if (verdict === 'throttled') return slowDown(db, { sender, lane, perMinute }, heard.at)
  if (verdict === 'our-side') return insertStop(db, { lane, why: 'our-side', ...heard })
  if (verdict !== 'policy') return

  await hearPolicyRefusal(db, { lane, ...heard })
}

/** The same for a refusal of policy that came back later, as a report: the third in a hundred answers stops the lane. */
export async function hearPolicyRefusal(
  db: Database,
  { lane, ...heard }: Pick<Heard, 'lane' | 'evidence' | 'deliveryId' | 'at'>,
) {
  await lockLane(db, lane)
  if ((await countPolicyRefusals(db, lane)) >= tolerated)
    await insertStop(db, { lane, why: 'policy', ...heard })
}
