import { readFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'
import { variantOf } from './behaviour.ts'

type Taken = { wave: number; to: string; messageId: string }

/** What the sink took of a wave, from its own record. */
export const takenBySink = (file: string, wave: number): Taken[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.endsWith('}'))
    .map((line) => JSON.parse(line))
    .filter((taken) => taken.wave === wave)

export type Faults = {
  /** Taken by the sink more than once, whoever asked for it. */
  doubles: number
  /** The ledger says that it arrived, and the sink never took it. */
  losses: number
  /** No final state and no named doubt. */
  silent: number
  /** The sink took it, and the ledger says neither that it arrived nor that it is in doubt. */
  unnamed: number
}

const arrived = new Set(['accepted', 'bounced', 'complained', 'replied'])
const named = new Set([...arrived, 'uncertain'])
const final = new Set([...named, 'refused_permanent', 'excluded'])

/** Compares the ledger of a wave with what the sink took, recipient by recipient; by variant. */
export async function compare(
  db: Database,
  { waveId, wave, seed, takenFile }: { waveId: string; wave: number; seed: string; takenFile: string },
) {
  const times = new Map<string, number>()
  for (const { to } of takenBySink(takenFile, wave)) times.set(to, (times.get(to) ?? 0) + 1)
  const rows = await db.execute<{ address: string; state: string; attempt: number }>(
    sql`select address, state, attempt from deliveries where wave_id = ${waveId} and channel = 'email'`,
  )
  return rows.map(({ address, state, attempt }) => {
    const count = times.get(address) ?? 0
    return {
      address,
      state,
      attempt,
      variant: variantOf(seed, wave, address),
      doubles: Math.max(0, count - 1),
      losses: arrived.has(state) && count === 0 ? 1 : 0,
      silent: final.has(state) ? 0 : 1,
      unnamed: count > 0 && !named.has(state) ? 1 : 0,
    }
  })
}
