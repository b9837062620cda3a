import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sinceMonth } from './declaring.ts'
import { usageAge } from './usage-age.ts'
import { changeOf } from './usage-answer.ts'

const now = new Date('2026-11-24T10:00:00Z')

test('a month is understood as people write it, and one to come is not', () => {
  const written = [
    '03/2023',
    '2023-03',
    '3.2023',
    'mars 2023',
    'févr. 2023',
    '2023',
    '',
    '12/2026',
    'hier',
    '13/2023',
    '2026',
  ]

  assert.deepEqual(
    written.map((text) => sinceMonth(text, now)),
    [
      '2023-03-01',
      '2023-03-01',
      '2023-03-01',
      '2023-03-01',
      '2023-02-01',
      '2023-01-01',
      null,
      undefined,
      undefined,
      undefined,
      '2026-01-01',
    ],
  )
})

test('a word is fresh until its first anniversary and shown until its second, a leap day included', () => {
  const age = (saidAt: string, at = now) => usageAge(new Date(saidAt), at)
  const leap = new Date('2024-02-29T10:00:00Z')

  assert.deepEqual(
    [
      age('2025-11-24T10:00:00.001Z'),
      age('2025-11-24T10:00:00Z'),
      age('2024-11-24T10:00:00.001Z'),
      age('2024-11-24T10:00:00Z'),
      age('2023-02-28T10:00:00.001Z', leap),
      age('2023-02-28T10:00:00Z', leap),
    ],
    ['fresh', 'grey', 'grey', 'gone', 'fresh', 'grey'],
  )
})

const waiting = { confirmedAt: null, renewedAt: null, refusedAt: null, withdrawnAt: null }
const asked = new Date('2026-11-20T10:00:00Z')
const long = new Date('2025-11-20T10:00:00Z')

test('a town hall’s answer confirms what waits, renews what is old, and changes nothing the second time', () => {
  const old = { ...waiting, confirmedAt: long, renewedAt: long }
  const answered = { ...waiting, confirmedAt: now, renewedAt: now }

  assert.equal(changeOf(waiting, 'yes', asked), 'confirm')
  assert.equal(changeOf(old, 'yes', asked), 'renew')
  assert.equal(changeOf(answered, 'yes', asked), 'nothing')
  assert.equal(changeOf(waiting, 'later', asked), 'nothing')
})

test('left said twice is said once, and a software taken up again is no longer left', () => {
  const left = { ...waiting, state: 'left', confirmedAt: now, renewedAt: now } as const

  assert.equal(changeOf({ ...left, state: 'in-use' }, 'left', asked), 'leave')
  assert.equal(changeOf(left, 'left', asked), 'nothing')
  assert.equal(changeOf(left, 'back', asked), 'resume')
  assert.equal(changeOf({ ...left, state: 'in-use' }, 'back', asked), 'nothing')
})

test('« not us » refuses what waits and takes back what stood; a refusal can be corrected, a withdrawal cannot', () => {
  const refused = { ...waiting, refusedAt: now }
  const withdrawn = { ...waiting, withdrawnAt: now }

  assert.equal(changeOf(waiting, 'not-us', asked), 'refuse')
  assert.equal(changeOf({ ...waiting, confirmedAt: long }, 'not-us', asked), 'withdraw')
  assert.equal(changeOf(refused, 'not-us', asked), 'nothing')
  assert.equal(changeOf(refused, 'yes', asked), 'confirm')
  assert.equal(changeOf(withdrawn, 'yes', asked), 'nothing')
})
