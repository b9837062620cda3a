import assert from 'node:assert/strict'
import { test } from 'node:test'
import { splitMbox } from './split-mbox.ts'

const split = (text: string) =>
  splitMbox(Buffer.from(text, 'latin1')).map((one) => Buffer.from(one).toString('latin1'))

test('one message set down is one message, as it is', () => {
  assert.deepEqual(split('From: a@b.example\n\nBonjour'), ['From: a@b.example\n\nBonjour'])
  assert.deepEqual(split(''), [])
})

test('an mbox is parted at its « From » lines, whatever its accents, and a line that began so is given back', () => {
  const mbox =
    'From a Tue Nov 10\nSubject: Un\n\n>From Lille, bonjour \xe9\n\nFrom b Wed Nov 11\nSubject: Deux\n\nFrom: ce n’est pas un début'

  assert.deepEqual(split(mbox.replace('’', "'")), [
    'Subject: Un\n\nFrom Lille, bonjour \xe9\n',
    "Subject: Deux\n\nFrom: ce n'est pas un début\n",
  ])
})
