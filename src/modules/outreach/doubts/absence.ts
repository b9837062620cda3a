import { accept, refuse } from '#values/decision.ts'
import type { LogReading, Period } from './relay-log.ts'

/** A doubt of the ledger, as the relay's log is asked about it. */
export type DoubtfulHandOver = { readonly messageId: string; readonly handedOverAt: Date | null }

/**
 * What ties a log to our relay: of the messages that it certainly took in a stretch of time, how many the log holds, and how
 * many it should hold and does not.
 */
export type Witnesses = { readonly present: number; readonly missing: number }

// Two clocks, or a line written a little late.
const margin = 60_000

/**
 * Whether a log proves that a message never reached the relay: it covers the hand-over, from before it began until no answer
 * could come any more (`patience`, as long as the lease of the hand-over), without a gap; it holds all the messages that the
 * relay is known to have taken meanwhile; and it holds no trace of this one, or that of a dialogue ended before the final dot.
 */
export function proveAbsence(
  { messageId, handedOverAt }: DoubtfulHandOver,
  reading: LogReading,
  { patience, witnessesOf }: { patience: number; witnessesOf: (period: Period) => Witnesses },
) {
  if (!handedOverAt) return refuse('time-unknown')
  const start = handedOverAt.getTime() - Math.min(margin, patience)
  const end = handedOverAt.getTime() + patience
  const period = reading.periods.find(({ from, to }) => from.getTime() <= start && to.getTime() >= end)
  if (!period && reading.periods.every(({ from }) => from.getTime() > start)) return refuse('starts-too-late')
  if (!period && reading.periods.every(({ to }) => to.getTime() < end)) return refuse('ends-too-early')
  if (!period) return refuse('has-a-gap')

  const { present, missing } = witnessesOf(period)
  if (missing > 0) return refuse('misses-messages')
  if (!wasNeverTaken(messageId, reading, end)) return refuse('unclear-trace')
  if (present === 0 && !isNamed(messageId, reading)) return refuse('other-relay')
  return accept(period)
}

export type AbsenceRefusal = Extract<ReturnType<typeof proveAbsence>, { ok: false }>['reason']

const tracesOf = (messageId: string, { open, messages }: LogReading) =>
  [...messages.values(), ...[...open.values()].flatMap(({ message }) => message ?? [])].filter(
    (message) => message.messageId === messageId,
  )

const isNamed = (messageId: string, reading: LogReading) => tracesOf(messageId, reading).length > 0

/** A queue manager that takes other messages long after would have taken this one. */
const wasNeverTaken = (messageId: string, reading: LogReading, end: number) =>
  tracesOf(messageId, reading).every(
    ({ queuedAt, abortedAt, instance }) =>
      !queuedAt && (abortedAt !== undefined || (reading.lastTaken.get(instance)?.getTime() ?? 0) >= end),
  )
