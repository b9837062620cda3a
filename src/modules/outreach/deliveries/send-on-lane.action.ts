import { gathered } from '#platform/gathered.ts'
import { newId } from '#platform/ids.ts'
import type { World } from '#platform/world.ts'
import { type TermsInForce, termsInForce } from '../lanes/terms.queries.ts'
import { frozenMessage, waveRate } from '../waves/waves.queries.ts'
import type { FrozenMessage } from './email.ts'
import { emailOf } from './email-of.action.ts'
import { claim, type Delivery, type Lease } from './ledger.queries.ts'
import { patienceFor } from './patience.ts'
import { type Bucket, returnTokens, takeTokens } from './rates.queries.ts'
import { give, handOverAll, type Result, writeResults } from './send-delivery.action.ts'

/**
 * Sends what a wave has ready on one lane, by as many hands as the lane has connections, until nothing is ready or a rate is
 * spent. What several hands say at the same moment is written in one commit; each message is still said to be leaving
 * before it leaves (L3).
 */
export async function sendOnLane(world: World, waveId: string, lane: string) {
  const [terms, frozen] = await Promise.all([termsOf(world, lane), frozenMessage(world.db, waveId)])
  const next = leases(world, waveId, terms)
  const begin = gathered((asked: readonly Lease[]) => handOverAll(world, asked))
  const write = gathered((results: readonly Result[]) => writeResults(world, results))

  async function hand() {
    for (let lease = await next(); lease; lease = await next()) {
      const delivery = await begin(lease)
      if (delivery) await write(await result(world, { delivery, token: lease.token, frozen, terms }))
    }
  }
  await Promise.all(Array.from({ length: terms.connections }, hand))
}

type Leaving = { delivery: Delivery; token: string; frozen: FrozenMessage; terms: TermsInForce }

async function result(world: World, { delivery, token, frozen, terms }: Leaving): Promise<Result> {
  const mail = emailOf(world.config, delivery, frozen)
  const receipt = await give(world, mail, terms)
  return { delivery, token, subject: mail.subject, receipt, perMinute: terms.perMinute }
}

/** Gives leases one at a time, taken by batches while the hands are busy with the batch before; undefined at the end. */
function leases(world: World, waveId: string, terms: TermsInForce) {
  const batch = Math.min(200, terms.connections * 10)
  const ready: Lease[] = []
  let taking: Promise<number> | undefined
  let isOver = false

  function take() {
    taking ??= takeLeases(world, waveId, terms.lane, batch)
      .then((taken) => {
        isOver ||= taken.length === 0
        return ready.push(...taken)
      })
      .finally(() => {
        taking = undefined
      })
    return taking
  }

  return async function next(): Promise<Lease | undefined> {
    while (ready.length === 0 && !isOver) await take()
    const lease = ready.shift()
    // The next batch is asked for before this one ends, not sooner: what is taken waits under its lease.
    if (!isOver && ready.length < terms.connections) take().catch(() => {})
    return lease
  }
}

/** Takes as many e-mails as the lane, its day and the wave's own pace allow. */
async function takeLeases(world: World, waveId: string, lane: string, batch: number): Promise<Lease[]> {
  const { db, clock, config } = world
  const now = clock()
  const terms = await termsOf(world, lane)
  const buckets = [...bucketOf(world, terms), ...(await paceOf(world, waveId))]
  const granted: number[] = []
  let wanted = Math.min(batch, terms.leftToday ?? batch)
  for (const bucket of buckets) {
    wanted = wanted > 0 ? await takeTokens(db, bucket, wanted, now) : 0
    granted.push(wanted)
  }
  const token = newId()
  const until = new Date(now.getTime() + patienceFor(config.smtpPatience).claim)
  const ids = wanted > 0 ? await claim(db, { waveId, lane, limit: wanted, token, until }) : []
  for (const [rank, bucket] of buckets.entries()) {
    const unused = (granted[rank] ?? 0) - ids.length
    if (unused > 0) await returnTokens(db, bucket, unused)
  }
  return ids.map((id) => ({ id, token }))
}

/** The outbox is a table of ours: it has one hand, and no rate but the wave's own. */
const termsOf = ({ db, mail, clock }: World, lane: string): Promise<TermsInForce> =>
  mail.name === 'outbox'
    ? Promise.resolve({
        lane,
        connections: 1,
        messagesPerConnection: 1000,
        perMinute: 6000,
        leftToday: undefined,
        allowedToday: undefined,
        today: 0,
      })
    : termsInForce(db, lane, mail.name, clock())

const bucketOf = ({ mail }: World, { lane, perMinute }: TermsInForce): Bucket[] =>
  mail.name === 'outbox' ? [] : [{ sender: mail.name, lane, perMinute }]

/** The pace that a person set for the wave, over all its lanes. */
async function paceOf({ db }: World, waveId: string): Promise<Bucket[]> {
  const perMinute = await waveRate(db, waveId)
  return perMinute === null ? [] : [{ sender: 'wave', lane: waveId, perMinute }]
}
