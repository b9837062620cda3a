import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proveAbsence } from './absence.ts'
import { messagesOf, nothingRead, readRelayLog } from './relay-log.ts'

const now = new Date(2026, 10, 24, 18, 0, 0)
const at = (hour: number, minute = 0, second = 0) => new Date(2026, 10, 24, hour, minute, second)
const uuid = '0b8ad3a0-6f0b-5c6e-9d0f-1f2a3b4c5d6e'
const id = `${uuid}@cdg.example`
const read = (text: string) => readRelayLog(nothingRead, text.split('\n'), now)
const line = (time: string, said: string) => `Nov 24 ${time} relais postfix-essai/${said}`
const taken = [
  line('15:18:14', 'smtpd[62]: 6E21A20C18E: client=unknown[127.0.0.1]'),
  line('15:18:14', `cleanup[65]: 6E21A20C18E: message-id=<${id}>`),
  line('15:18:14', 'qmgr[15]: 6E21A20C18E: from=<a@b.example>, size=281, nrcpt=1 (queue active)'),
]

test('a message that the queue manager took is taken, one that cleanup alone names is not', () => {
  const [whole] = messagesOf(read(taken.join('\n')))
  const [half] = messagesOf(read(taken.slice(0, 2).join('\n')))

  assert.deepEqual([whole?.messageId, whole?.queuedAt], [id, at(15, 18, 14)])
  assert.deepEqual(whole?.lines, taken.slice(1))
  assert.deepEqual([half?.messageId, half?.queuedAt], [id, undefined])
})

test('what became of a message is read with its code and the words of the other server', () => {
  const fate = line(
    '15:18:20',
    'smtp[66]: 6E21A20C18E: to=<mairie@denain.example>, relay=mx.example[192.0.2.1]:25, delay=6, delays=0/0/1/5, dsn=5.1.1, status=bounced (host mx.example said: 550 5.1.1 no such user (in reply to RCPT TO))',
  )
  const [message] = messagesOf(read([...taken, fate].join('\n')))

  assert.deepEqual(message?.fate, {
    status: 'bounced',
    at: at(15, 18, 20),
    dsn: '5.1.1',
    answer: 'host mx.example said: 550 5.1.1 no such user (in reply to RCPT TO)',
  })
})

test('a sender that hung up before the final dot is told from one that finished', () => {
  const [message] = messagesOf(
    read(
      [
        taken[0],
        line('15:18:14', 'smtpd[62]: lost connection after DATA (45 bytes) from unknown[127.0.0.1]'),
        taken[1],
      ].join('\n'),
    ),
  )

  assert.deepEqual([message?.queuedAt, message?.abortedAt], [undefined, at(15, 18, 14)])
})

test('a queue identifier that serves again for a stranger tells nothing more of us', () => {
  const [message] = messagesOf(
    read(
      [
        ...taken.slice(0, 2),
        line('15:19:00', 'cleanup[65]: 6E21A20C18E: message-id=<other@elsewhere.example>'),
        line('15:19:00', 'qmgr[15]: 6E21A20C18E: from=<x@y>, size=1, nrcpt=1 (queue active)'),
      ].join('\n'),
    ),
  )

  assert.equal(message?.queuedAt, undefined)
})

test('a message that a rule of the relay held or threw away was taken: the relay answered so', () => {
  const held = line('15:18:14', 'cleanup[65]: 6E21A20C18E: hold: header Subject: x from unknown; from=<a@b>')

  assert.deepEqual(messagesOf(read([...taken.slice(0, 2), held].join('\n')))[0]?.queuedAt, at(15, 18, 14))
})

test('each way of writing a date is read, Latin-1, CRLF and other programs’ lines included', () => {
  const sayings = [
    (said: string) => `Nov 24 15:18:14 relais postfix/${said}`,
    (said: string) => `Nov 24 2026 15:18:14 relais postfix/submission/${said}`,
    (said: string) => `2026 Nov 24 15:18:14 relais postfix/${said}\r`,
    (said: string) => `<22>Nov 24 15:18:14 relais postfix/${said}`,
    (said: string) => `${at(15, 18, 14).toISOString().replace('Z', '+00:00')} relais postfix/${said}`,
    (said: string) => `${at(15, 18, 14).toISOString().replace('Z', '+0000')} relais postfix/${said}`,
  ]

  for (const say of sayings) {
    const [message] = messagesOf(
      read(
        [
          say(`cleanup[65]: 6E21A20C18E: message-id=<${id}>`),
          'Nov 24 15:18:14 relais sshd[12]: Failed password for \xe9tienne',
          say('qmgr[15]: 6E21A20C18E: from=<a@b>, size=2, nrcpt=1 (queue active)'),
        ].join('\n'),
      ),
    )
    assert.deepEqual(message?.queuedAt, at(15, 18, 14))
  }
})

test('a day without a year is the last one that has come', () => {
  const { periods } = readRelayLog(nothingRead, ['Dec 31 23:59:59 relais cron[1]: x'], new Date(2027, 0, 2))

  assert.deepEqual(periods[0]?.from, new Date(2026, 11, 31, 23, 59, 59))
})

test('the time covered stops at a clock that goes back, a line cut short, a zeroed block, a logger that lost lines', () => {
  const gaps = [
    line('14:00:00', 'smtpd[1]: connect from x'),
    'Nov 24 15:2',
    '\0\0\0\0\0\0',
    'Nov 24 15:30:00 relais rsyslogd: imuxsock lost 412 messages from pid 62',
    'Nov 24 15:30:00 relais systemd-journald[9]: Suppressed 90 messages from postfix.service',
  ]
  const around = [line('15:00:00', 'smtpd[1]: connect from x'), line('16:00:00', 'smtpd[1]: connect from x')]

  assert.deepEqual(read(around.join('\n')).periods, [{ from: at(15), to: at(16) }])
  for (const gap of gaps) assert.equal(read([around[0], gap, around[1]].join('\n')).periods.length, 2, gap)
})

test('a log read in two parts says the same as read at once', () => {
  const lines = [...taken, line('15:19:00', 'qmgr[15]: 6E21A20C18E: removed')]
  const inTwo = readRelayLog(readRelayLog(nothingRead, lines.slice(0, 2), now), lines.slice(2), now)

  assert.deepEqual(inTwo, readRelayLog(nothingRead, lines, now))
})

const minute = 60_000
const doubt = { messageId: id, handedOverAt: at(15, 18, 14) }
const around = (text: readonly string[], from = '15:00:00', to = '16:00:00') =>
  read([line(from, 'smtpd[1]: connect from x'), ...text, line(to, 'smtpd[1]: connect from x')].join('\n'))
const outcome = (reading: ReturnType<typeof read>, { present = 1, missing = 0 } = {}) => {
  const decision = proveAbsence(doubt, reading, {
    patience: 15 * minute,
    witnessesOf: () => ({ present, missing }),
  })
  return decision.ok ? 'never-left' : decision.reason
}

test('a log proves an absence only when it covers the hand-over, from before it to the end of the wait', () => {
  assert.equal(outcome(around([])), 'never-left')
  assert.equal(outcome(around([], '15:18:00')), 'starts-too-late')
  assert.equal(outcome(around([], '15:00:00', '15:33:00')), 'ends-too-early')
  assert.equal(outcome(around([], '16:00:00', '17:00:00')), 'starts-too-late')
  assert.equal(outcome(around(['cut'])), 'has-a-gap')
})

test('a log that lacks what the relay surely took, or holds nothing of ours, proves nothing by its silence', () => {
  assert.equal(outcome(around([]), { missing: 1 }), 'misses-messages')
  assert.equal(outcome(around([]), { present: 0 }), 'other-relay')
})

test('a message named but not taken was never taken if its sender hung up, or if others were taken long after', () => {
  const hungUp = line('15:18:14', 'smtpd[62]: lost connection after DATA (45 bytes) from unknown[127.0.0.1]')
  const later = line('15:50:00', 'qmgr[15]: 7F21A20C18E: from=<x@y>, size=1, nrcpt=1 (queue active)')
  const named = taken.slice(0, 2)

  assert.equal(outcome(around(named)), 'unclear-trace')
  assert.equal(outcome(around([...named, hungUp])), 'never-left')
  assert.equal(outcome(around([...named, later])), 'never-left')
  assert.equal(outcome(around(taken)), 'unclear-trace')
})
