import { recordFacts } from '#modules/journal/index.ts'
import type { Database } from '#platform/database/database.ts'
import type { LaneTerms, Mail, Receipt } from '#platform/mail/mail.ts'
import type { World } from '#platform/world.ts'
import { openAddressSearch } from '../address-searches/address-searches.queries.ts'
import { hearRefusal } from '../lanes/hear-refusal.action.ts'
import { deliveryPaths } from './deliveries.paths.ts'
import type { FrozenMessage } from './email.ts'
import { emailOf } from './email-of.action.ts'
import { insertEvents, refusalsOf } from './events.queries.ts'
import {
  beginHandOvers,
  type Delivery,
  type Lease,
  type Outcome,
  release,
  settleAll,
} from './ledger.queries.ts'
import { patienceFor } from './patience.ts'
import { isForUs, type Verdict, verdictOf } from './refusal.ts'
import { retryAfter } from './retry.ts'

/**
 * L3: says of messages that they are about to leave, in one commit before anything does. Gives, in their order, each
 * delivery that may leave; those that may not (paused, opposed, lane stopped) go back at once.
 */
export async function handOverAll(
  { db, clock, config }: World,
  leases: readonly Lease[],
): Promise<(Delivery | undefined)[]> {
  const now = clock()
  const until = new Date(now.getTime() + patienceFor(config.smtpPatience).dialogue)
  const begun = new Map((await beginHandOvers(db, leases, { now, until })).map((row) => [row.id, row]))
  const kept = leases.filter(({ id }) => !begun.has(id))
  if (kept.length > 0) await release(db, kept)

  return leases.map(({ id }) => begun.get(id))
}

export async function handOver(world: World, id: string, token: string) {
  const [begun] = await handOverAll(world, [{ id, token }])
  return begun
}

/** Sends one claimed e-mail: says that it is leaving, hands it over outside any transaction (L5), writes the result. */
export async function sendDelivery(world: World, id: string, token: string, frozen: FrozenMessage) {
  const begun = await handOver(world, id, token)
  if (!begun) return

  const mail = emailOf(world.config, begun, frozen)
  const receipt = await give(world, mail)
  await writeResult(world, { delivery: begun, token, subject: mail.subject, receipt })
}

/** A transport that breaks after the hand-over has begun leaves a doubt, like a lost answer. */
export const give = ({ mail }: World, message: Mail, terms?: LaneTerms): Promise<Receipt> =>
  mail.send(message, terms).catch((error: Error) => ({ outcome: 'uncertain', answer: error.message }))

export type Result = {
  readonly delivery: Delivery
  readonly token: string
  readonly subject: string
  readonly receipt: Receipt
  /** The rate the lane was written to at, from which it slows when asked. */
  readonly perMinute?: number
}

/** Writes what the server answered to one; false when the lease was lost meanwhile. */
export async function writeResult(world: World, result: Result) {
  const [isWritten] = await writeResults(world, [result])
  return isWritten ?? false
}

type Judged = Result & { readonly verdict: Verdict | undefined; readonly outcome: Outcome }

/** The same for many in one commit: states, events, journal, and what the refusals teach. */
export function writeResults({ db, clock, mail }: World, results: readonly Result[]): Promise<boolean[]> {
  const now = clock()
  return db.transaction(async (tx) => {
    const judged: Judged[] = []
    for (const result of results) judged.push({ ...result, ...(await judge(tx, result, now)) })

    const settled = await settleAll(
      tx,
      judged.map(({ delivery, token, outcome }) => ({ id: delivery.id, token, outcome })),
    )
    await insertEvents(
      tx,
      judged.map((one) => eventOf(one, settled.has(one.delivery.id), now)),
    )
    const written = judged.filter(({ delivery }) => settled.has(delivery.id))
    const sent = written.filter(({ outcome }) => outcome.state === 'accepted')
    await recordFacts(
      tx,
      sent.flatMap(({ delivery, subject }) => sentFact(delivery, subject, now)),
    )
    for (const one of written) await learn(tx, one, mail.name, now)
    return results.map(({ delivery }) => settled.has(delivery.id))
  })
}

async function judge(db: Database, { delivery, receipt }: Result, now: Date) {
  const { outcome, answer: reasonDetail } = receipt
  if (outcome === 'accepted') return { verdict: undefined, outcome: { state: 'accepted' as const, now } }
  if (outcome === 'uncertain') {
    const doubt = { state: 'uncertain', reason: 'no-answer', reasonDetail, now } as const
    return { verdict: undefined, outcome: doubt }
  }
  const verdict = verdictOf(receipt)
  return { verdict, outcome: { ...(await refusalOutcome(db, delivery, verdict, now)), reasonDetail, now } }
}

const hours = (n: number) => n * 3_600_000

async function refusalOutcome(db: Database, delivery: Delivery, verdict: Verdict, now: Date) {
  if (verdict === 'dead-address') return { state: 'refused_permanent', reason: 'refused' } as const
  if (verdict === 'too-large') return { state: 'refused_permanent', reason: 'too-large' } as const
  // Our fault: it waits for us, for as long as it takes, and the recipient is not blamed.
  if (isForUs(verdict))
    return {
      state: 'refused_temporary',
      reason: 'our-side',
      retryAt: new Date(now.getTime() + hours(1)),
    } as const

  const before = await refusalsOf(db, delivery.id, delivery.messageId ?? '')
  if (verdict === 'unclear') {
    return before.unclear > 0
      ? ({ state: 'refused_permanent', reason: 'refused' } as const)
      : ({
          state: 'refused_temporary',
          reason: 'unclear',
          retryAt: new Date(now.getTime() + hours(4)),
        } as const)
  }
  const retry = retryAfter(before.count + 1, before.firstAt ?? now, now)
  return retry.state === 'expired'
    ? ({ state: 'refused_permanent', reason: 'expired' } as const)
    : ({ state: 'refused_temporary', reason: 'busy', retryAt: retry.at } as const)
}

// When the lease was lost and the delivery is in doubt, the answer is kept as evidence for whoever settles it.
function eventOf({ delivery, token, receipt, verdict, outcome }: Judged, isSettled: boolean, at: Date) {
  const kind = verdict && isForUs(verdict) ? 'refused-for-us' : outcome.state
  const { answer, step, status } = receipt
  return {
    deliveryId: delivery.id,
    source: 'sender',
    sourceEventId: `${delivery.id}/${token}/${receipt.outcome}`,
    kind: isSettled ? kind : `late-${receipt.outcome}`,
    at,
    detail: {
      messageId: delivery.messageId ?? '',
      answer,
      attempt: String(delivery.attempt),
      step,
      status,
      verdict,
    },
  }
}

async function learn(
  db: Database,
  { delivery, receipt, verdict, perMinute = 20 }: Judged,
  sender: string,
  at: Date,
) {
  if (!verdict) return
  const { id: deliveryId, insee, address, lane } = delivery
  if (verdict === 'dead-address' && address && insee)
    await openAddressSearch(db, { insee, channel: 'email', address, deliveryId, reason: receipt.answer, at })
  await hearRefusal(db, { verdict, lane, sender, perMinute, evidence: receipt.answer, deliveryId, at })
}

/** The journal's entry for an e-mail that the server accepted; told once for each attempt, and of communes alone. */
export const tellSent = (db: Database, delivery: Delivery, subject: string, at: Date, actor?: string) =>
  recordFacts(db, sentFact(delivery, subject, at, actor))

function sentFact(
  { id, insee, attempt, messageValues }: Delivery,
  subject: string,
  at: Date,
  actor?: string,
) {
  if (insee === null) return []

  const fact = {
    insee,
    at,
    kind: 'email-sent',
    sentence: `Message « ${subject} » envoyé à la mairie ${messageValues?.de_commune ?? ''}`.trim(),
    path: deliveryPaths.show(id),
    actor,
    reaches: 'written' as const,
    factKey: `delivery/${id}/${attempt}/accepted`,
  }
  return [fact]
}
