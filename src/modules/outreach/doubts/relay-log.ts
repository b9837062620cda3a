import { readSyslogLine, type SyslogLine } from './syslog-line.ts'

/** A stretch of time that a log covers without a gap. */
export type Period = { readonly from: Date; readonly to: Date }

export type Fate = {
  readonly status: 'sent' | 'deferred' | 'bounced' | 'expired'
  readonly at: Date
  readonly dsn: string
  readonly answer: string
}

/** What Postfix says of one message of ours, under one queue identifier. */
export type RelayedMessage = {
  readonly messageId: string
  readonly queue: string
  readonly instance: string
  readonly seenAt: Date
  /** When the relay took it in charge. */
  readonly queuedAt?: Date
  /** When whoever sent it hung up before the final dot. */
  readonly abortedAt?: Date
  readonly fate?: Fate
  /** The lines that prove it, as they stand in the log. */
  readonly lines: readonly string[]
}

/** A queue identifier in use: the dialogue that opened it, and the message of ours in it once it is known to be. */
export type OpenQueue = {
  readonly session?: string
  readonly abortedAt?: Date
  readonly message?: RelayedMessage
}

/** What was read of a relay's log so far; the part that follows is read on top of it. */
export type LogReading = {
  readonly periods: readonly Period[]
  readonly isBroken: boolean
  /** What was said of our messages, by queue and Message-ID. */
  readonly messages: ReadonlyMap<string, RelayedMessage>
  /** The last moment at which each instance of Postfix took any message in charge. */
  readonly lastTaken: ReadonlyMap<string, Date>
  readonly open: ReadonlyMap<string, OpenQueue>
}

export const nothingRead: LogReading = {
  periods: [],
  isBroken: true,
  messages: new Map(),
  lastTaken: new Map(),
  open: new Map(),
}

/**
 * Reads lines of Postfix's log, on top of what was read before. The proof that the relay took a message is qmgr's « queue
 * active »: cleanup names the Message-ID before the final dot, so alone it proves nothing. A line that cannot be read, a clock
 * that goes back or a logger that says it lost lines ends the stretch of time covered.
 */
export function readRelayLog(before: LogReading, lines: Iterable<string>, now: Date): LogReading {
  const reading: Draft = {
    periods: [...before.periods],
    isBroken: before.isBroken,
    messages: new Map(before.messages),
    lastTaken: new Map(before.lastTaken),
    open: new Map(before.open),
  }
  for (const line of lines) {
    if (line.trim() === '') continue
    const parts = readSyslogLine(line.trimEnd(), now)
    cover(reading, parts)
    if (parts) hear(reading, parts, line.trim())
  }
  return reading
}

/** The messages that a reading says something of. */
export const messagesOf = ({ messages }: LogReading) => [...messages.values()]

type Draft = {
  periods: Period[]
  isBroken: boolean
  messages: Map<string, RelayedMessage>
  lastTaken: Map<string, Date>
  open: Map<string, OpenQueue>
}

// Several programs write to one file: their lines may cross by a little.
const crossing = 5_000

function cover(reading: Draft, line: SyslogLine | undefined) {
  const last = reading.periods.at(-1)
  if (!line || saysItLostLines(line)) {
    reading.isBroken = true
    return
  }
  if (!last || reading.isBroken || line.at.getTime() < last.to.getTime() - crossing) {
    reading.periods.push({ from: line.at, to: line.at })
    reading.isBroken = false
  } else if (line.at > last.to) reading.periods[reading.periods.length - 1] = { from: last.from, to: line.at }
}

const saysItLostLines = ({ program, said }: SyslogLine) =>
  /^(rsyslogd|syslogd|syslog-ng|systemd-journald|imjournal)/.test(program) &&
  /\b(lost|drop(ped)?|suppress(ed)?)\b/i.test(said) &&
  /\bmessages?\b/i.test(said)

// Ours alone are UUIDs of version 5 (`message-id.ts`): nothing is kept of the others, however long the log.
const ours = /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}@/

function hear(reading: Draft, { at, host, program, pid, said }: SyslogLine, line: string) {
  if (!program.includes('/')) return
  // « postfix-x/submission/smtpd »: queue identifiers are unique within an instance, its first word.
  const [name = '', service = ''] = [program.split('/')[0], program.split('/').at(-1)]
  const instance = `${host} ${name}`
  const session = `${instance} ${pid}`
  if (service === 'smtpd' && hungUp.test(said)) return hangUp(reading, session, at)

  const [, queue = '', rest = ''] = /^([0-9A-Za-z]{5,}): (.*)$/.exec(said) ?? []
  if (queue === '' || queue === 'NOQUEUE') return
  const key = `${instance} ${queue}`
  if (service === 'smtpd' && rest.startsWith('client=')) reading.open.set(key, { session })
  else if (service === 'cleanup') hearCleanup(reading, key, { at, rest, line, queue, instance })
  else if (service === 'qmgr' && rest === 'removed') reading.open.delete(key)
  else if (service === 'qmgr' && rest.endsWith('(queue active)')) {
    reading.lastTaken.set(instance, at)
    add(reading, key, line, { queuedAt: at })
  } else hearFate(reading, key, { at, rest, line })
}

const hungUp = /^(lost connection|timeout|improper command pipelining) after DATA\b/

function hangUp(reading: Draft, session: string, abortedAt: Date) {
  for (const [key, queue] of reading.open)
    if (queue.session === session && !queue.message?.queuedAt) {
      const message = queue.message && { ...queue.message, abortedAt }
      reading.open.set(key, { ...queue, abortedAt, message })
      if (message) keep(reading, message)
    }
}

type Heard = { at: Date; rest: string; line: string }

function hearCleanup(reading: Draft, key: string, heard: Heard & { queue: string; instance: string }) {
  const { at, rest, line, queue, instance } = heard
  const [, messageId] = /^(?:resent-)?message-id=<?([^<>\s]+)>?$/.exec(rest) ?? []
  if (messageId) {
    const known = reading.open.get(key)
    if (!ours.test(messageId)) return void reading.open.delete(key)

    const abortedAt = known?.abortedAt
    const message = { messageId, queue, instance, seenAt: at, abortedAt, lines: [line] }
    reading.open.set(key, { ...known, message })
    keep(reading, message)
    return
  }
  // held or thrown away by a rule of the relay: it answered 250 all the same
  if (/^(milter-)?(hold|discard): /.test(rest)) add(reading, key, line, { queuedAt: at })
}

function hearFate(reading: Draft, key: string, { at, rest, line }: Heard) {
  const [, status, answer = ''] = /\bstatus=(sent|deferred|bounced|expired)\b,? ?(.*)$/.exec(rest) ?? []
  if (!status) return

  const dsn = /\bdsn=([\d.]+)/.exec(rest)?.[1] ?? ''
  add(reading, key, line, {
    fate: { status: status as Fate['status'], at, dsn, answer: answer.replace(/^\((.*)\)$/, '$1') },
  })
}

function add(
  reading: Draft,
  key: string,
  line: string,
  learnt: Pick<RelayedMessage, 'queuedAt'> | Pick<RelayedMessage, 'fate'>,
) {
  const queue = reading.open.get(key)
  if (!queue?.message) return

  const wasTaken = queue.message.queuedAt !== undefined
  if (wasTaken && 'queuedAt' in learnt) return // taken up again after a delay
  const message = { ...queue.message, ...learnt, lines: [...queue.message.lines, line].slice(-6) }
  reading.open.set(key, { ...queue, message })
  keep(reading, message)
}

// A queue identifier serves again once its message is gone.
const keep = (reading: Draft, message: RelayedMessage) =>
  reading.messages.set(`${message.instance} ${message.queue} ${message.messageId}`, message)
