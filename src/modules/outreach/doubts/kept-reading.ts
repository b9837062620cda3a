import { type LogReading, nothingRead, type OpenQueue, type RelayedMessage } from './relay-log.ts'

/** What is kept of a reading until the next part of the log: JSON, dates as texts. */
export type KeptReading = {
  readonly periods: readonly { readonly from: string; readonly to: string }[]
  readonly isBroken: boolean
  readonly lastTaken: readonly (readonly [string, string])[]
  readonly open: readonly (readonly [string, Dated<OpenQueue>])[]
}

type Dated<Value> = Value extends Date
  ? string
  : Value extends object
    ? { readonly [Key in keyof Value]: Dated<Value[Key]> }
    : Value

// The log of two months ago settles nothing any more; a message waits five days at most in Postfix (maximal_queue_lifetime).
const mostPeriods = 50
const mostOpen = 20_000

/** What was said of our messages is in the ledger by then; what may still be said of them is kept. */
export const keepReading = ({ periods, isBroken, lastTaken, open }: LogReading): KeptReading =>
  JSON.parse(
    JSON.stringify({
      periods: periods.slice(-mostPeriods),
      isBroken,
      lastTaken: [...lastTaken],
      open: [...open].slice(-mostOpen),
    }),
  )

export const readAgain = ({ periods, isBroken, lastTaken, open }: KeptReading): LogReading => ({
  ...nothingRead,
  periods: periods.map(({ from, to }) => ({ from: new Date(from), to: new Date(to) })),
  isBroken,
  lastTaken: new Map(lastTaken.map(([instance, at]) => [instance, new Date(at)])),
  open: new Map(open.map(([key, queue]) => [key, openOf(queue)])),
})

const openOf = ({ session, abortedAt, message }: Dated<OpenQueue>): OpenQueue => ({
  session,
  abortedAt: maybe(abortedAt),
  message: message && messageOf(message),
})

const messageOf = ({
  seenAt,
  queuedAt,
  abortedAt,
  fate,
  ...rest
}: Dated<RelayedMessage>): RelayedMessage => ({
  ...rest,
  seenAt: new Date(seenAt),
  queuedAt: maybe(queuedAt),
  abortedAt: maybe(abortedAt),
  fate: fate && { ...fate, at: new Date(fate.at) },
})

const maybe = (text: string | undefined) => (text === undefined ? undefined : new Date(text))
