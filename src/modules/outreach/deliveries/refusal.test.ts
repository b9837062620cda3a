import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Step } from '#platform/mail/mail.ts'
import { readReply } from '#platform/mail/smtp-reply.ts'
import { isForUs, type Verdict, verdictOf } from './refusal.ts'

const said = (answer: string, step: Step = 'recipient') =>
  verdictOf({
    outcome: answer.startsWith('5') ? 'refused-permanent' : 'refused-temporary',
    answer,
    step,
    ...readReply(answer),
  })

test('the address is dead only when the receiver says so of its own mailbox', () => {
  for (const status of ['5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10', '5.2.1'])
    assert.equal(said(`550 ${status} Refused`), 'dead-address')
  for (const words of [
    '550 User unknown',
    '550 Cette adresse n’existe pas',
    '550 boîte inconnue',
    '554 No such user here',
  ])
    assert.equal(said(words), 'dead-address')
})

test('a refusal of policy never blames the recipient, wherever it is said', () => {
  for (const answer of [
    '550 5.7.1 Message refused',
    '554 5.7.26 Unauthenticated mail',
    '550 5.7.515 Access denied',
  ])
    for (const step of ['recipient', 'data', 'after-data'] as const)
      assert.equal(said(answer, step), 'policy')
  assert.equal(said('550 5.7.1 User unknown'), 'policy')
  assert.ok(isForUs('policy'))
})

test('a refusal of who we are is on our side, even when it speaks of a mailbox', () => {
  for (const answer of [
    '535 5.7.8 Authentication failed',
    '550 5.1.1 Sender rejected',
    '554 No SMTP service here',
  ])
    assert.equal(said(answer, 'sender'), 'our-side')
  assert.equal(said('554 5.7.1 Blocked', 'connection'), 'our-side')
  assert.ok(isForUs('our-side'))
})

test('a server that finds us too fast slows its lane', () => {
  for (const answer of [
    '421 4.7.0 Try again later',
    '450 4.2.1 Rate limited',
    '451 4.7.1 Greylisted',
    '421 opmta1 Service refuse. Veuillez essayer plus tard. OFR004_104 [104]',
    '550 OFR004_104 too many connections',
  ])
    assert.equal(said(answer), 'throttled')
})

test('what is neither is tried again, or read by a person', () => {
  const expected: [string, Verdict][] = [
    ['451 Local error', 'busy'],
    ['452 4.2.2 Mailbox full', 'busy'],
    ['552 5.2.2 Mailbox full', 'busy'],
    ['550 5.4.4 Unable to route', 'busy'],
    ['552 5.3.4 Message too big', 'too-large'],
    ['550 5.5.0 Something', 'unclear'],
    ['550 Requested action not taken', 'unclear'],
  ]
  for (const [answer, verdict] of expected) assert.equal(said(answer), verdict)
})
