import type { Database } from '#platform/database/database.ts'
import type { World } from '#platform/world.ts'
import { dateTime } from '#ui/french.ts'
import { accept, refuse } from '#values/decision.ts'
import { subjectFor } from '../deliveries/email.ts'
import { insertEvent, insertEvents, lockDelivery } from '../deliveries/events.queries.ts'
import { moveDeliveries } from '../deliveries/ledger.queries.ts'
import { messageIdOf } from '../deliveries/message-id.ts'
import { patienceFor } from '../deliveries/patience.ts'
import { recordEvent } from '../deliveries/record-event.action.ts'
import { tellSent } from '../deliveries/send-delivery.action.ts'
import { wakeWave } from '../deliveries/send-wave.job.ts'
import { domainOf } from '../deliveries/settle-doubt.action.ts'
import { frozenMessage } from '../waves/waves.queries.ts'
import { proveAbsence, type Witnesses } from './absence.ts'
import { type Doubt, deliveriesOfMessages, listDoubts, witnessesIn } from './doubts.queries.ts'
import type { FindingOutcome } from './finding-words.ts'
import { type LogReading, messagesOf, type Period, type RelayedMessage } from './relay-log.ts'

/** What a log said of one doubt: it arrived, it never left, or it stays a doubt, and why. */
export type Finding = {
  readonly doubt: Doubt
  readonly outcome: FindingOutcome
}

type Asked = { readonly by?: string }

const source = 'relay-log'

/**
 * Settles the doubts that the relay's log can settle, with its lines as evidence. Found taken by the relay: accepted, and bounced
 * if the log says so. Proved never to have reached it: ready to leave, as a new attempt (decision 0011). The others stay doubts.
 * What the log says of other deliveries is kept as events. Safe to run twice.
 */
export async function reconcile(world: World, reading: LogReading, asked: Asked = {}): Promise<Finding[]> {
  const { db } = world
  const taken = messagesOf(reading).filter(({ queuedAt }) => queuedAt)
  await keepTaken(db, taken)
  const findings = await judge(world, reading)
  for (const { doubt, outcome } of findings) {
    if (outcome === 'arrived') await settleAsArrived(world, doubt, asked)
    if (outcome === 'never-left') await giveBack(world, doubt, reading, asked)
  }
  await keepFates(db, taken)

  const left = findings.filter(({ outcome }) => outcome === 'never-left')
  for (const waveId of new Set(left.map(({ doubt }) => doubt.waveId))) await wakeWave(db, waveId)
  return findings
}

/** Each message of ours that the relay took in charge, as an event of its delivery. */
async function keepTaken(db: Database, taken: readonly RelayedMessage[]) {
  const known = await deliveriesOfMessages(db, messageIdsOf(taken))
  await insertEvents(
    db,
    taken.flatMap(({ messageId, queue, queuedAt, lines }) => {
      const deliveryId = known.get(messageId)?.id
      if (!deliveryId || !queuedAt) return []
      const sourceEventId = `${messageId}/${queue}/${queuedAt.toISOString()}`
      const detail = { messageId, answer: lines.join('\n') }
      return [{ deliveryId, source, sourceEventId, kind: 'relayed', at: queuedAt, detail }]
    }),
  )
}

async function judge({ db, config }: World, reading: LogReading): Promise<Finding[]> {
  const doubts = await listDoubts(db)
  if (doubts.length === 0) return []

  // past the lease of the hand-over, no answer can come
  const { dialogue: patience } = patienceFor(config.smtpPatience)
  const witnesses = new Map<Period, Witnesses>()
  for (const period of reading.periods) witnesses.set(period, await witnessesIn(db, period))
  const witnessesOf = (period: Period) => witnesses.get(period) ?? { present: 0, missing: 0 }
  return doubts.map((doubt) => {
    if (doubt.proof) return { doubt, outcome: 'arrived' }
    const decision = proveAbsence(doubt, reading, { patience, witnessesOf })
    return { doubt, outcome: decision.ok ? 'never-left' : decision.reason }
  })
}

function settleAsArrived({ db, clock }: World, { id, messageId, proof }: Doubt, { by }: Asked) {
  const now = clock()
  return db.transaction(async (tx) => {
    const delivery = await lockDoubt(tx, id, messageId)
    if (!delivery) return refuse('not-in-doubt')

    const cleared = { reason: null, reasonDetail: null }
    await moveDeliveries(tx, [id], ['uncertain'], { state: 'accepted', settledAt: now, ...cleared })
    await insertEvent(tx, {
      deliveryId: id,
      source,
      sourceEventId: `${messageId}/arrived`,
      kind: 'found-in-log',
      at: now,
      byWhom: by,
      detail: { messageId, answer: proof?.answer ?? undefined },
    })
    const subject = subjectFor(await frozenMessage(tx, delivery.waveId), delivery.messageValues)
    await tellSent(tx, delivery, subject, now, by)
    return accept(delivery)
  })
}

/** It never left: the first sending of this town hall's message is still to come, under a Message-ID of its own. */
function giveBack(
  { db, clock }: World,
  { id, messageId, handedOverAt }: Doubt,
  { periods }: LogReading,
  { by }: Asked,
) {
  const now = clock()
  const period = periods.find(({ from, to }) => handedOverAt && from <= handedOverAt && to >= handedOverAt)
  return db.transaction(async (tx) => {
    const delivery = await lockDoubt(tx, id, messageId)
    if (!delivery || !period) return refuse('not-in-doubt')

    const attempt = delivery.attempt + 1
    await moveDeliveries(tx, [id], ['uncertain'], {
      state: 'rendered',
      attempt,
      messageId: messageIdOf(id, attempt, domainOf(messageId)),
      reason: null,
      reasonDetail: null,
      settledAt: null,
    })
    await insertEvent(tx, {
      deliveryId: id,
      source,
      sourceEventId: `${messageId}/never-left`,
      kind: 'never-left',
      at: now,
      byWhom: by,
      detail: { messageId, attempt: String(attempt), reason: absenceSentence(period) },
    })
    return accept(delivery)
  })
}

const absenceSentence = ({ from, to }: Period) =>
  `le journal du relais, complet du ${dateTime(from)} au ${dateTime(to)}, n’en garde aucune trace`

async function lockDoubt(db: Database, id: string, messageId: string) {
  const delivery = await lockDelivery(db, id)
  return delivery?.state === 'uncertain' && delivery.messageId === messageId ? delivery : undefined
}

/** What became of them after the relay took them; of an earlier attempt, only the event is kept. */
async function keepFates(db: Database, taken: readonly RelayedMessage[]) {
  const ended = taken.filter(({ fate }) => fate && fate.status !== 'deferred')
  const known = await deliveriesOfMessages(db, messageIdsOf(ended))
  const events = ended.flatMap(({ messageId, queue, fate }) => {
    const delivery = known.get(messageId)
    if (!delivery || !fate) return []
    const sourceEventId = `${messageId}/${queue}/${fate.status}`
    const answer = [fate.dsn, fate.answer].filter(Boolean).join(' ')
    return [
      { ...delivery, messageId, answer, status: fate.status, event: { source, sourceEventId, at: fate.at } },
    ]
  })
  const bounced = events.filter(({ status, isCurrent }) => status !== 'sent' && isCurrent)
  const others = events.filter((event) => !bounced.includes(event))

  for (const { event, messageId, answer } of bounced)
    await recordEvent(db, { ...event, kind: 'bounced', messageId, detail: answer })
  await insertEvents(
    db,
    others.map(({ event, id, status, messageId, answer }) => ({
      ...event,
      deliveryId: id,
      kind: status === 'sent' ? 'delivered' : 'earlier-bounced',
      detail: { messageId, answer },
    })),
  )
}

const messageIdsOf = (messages: readonly RelayedMessage[]) => messages.map(({ messageId }) => messageId)
