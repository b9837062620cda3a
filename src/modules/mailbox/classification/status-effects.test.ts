import assert from 'node:assert/strict'
import { test } from 'node:test'
import { effectOf, statusOfWords } from './status-effects.ts'

const table: Readonly<Record<string, readonly [recipient: string, us: string]>> = {
  '5.1.1': ['dead', 'none'],
  '5.1.2': ['dead', 'none'],
  '5.1.3': ['dead', 'none'],
  '5.1.6': ['dead', 'none'],
  '5.1.10': ['dead', 'none'],
  '5.2.1': ['dead', 'none'],
  '4.2.2': ['soft', 'none'],
  '5.2.2': ['soft', 'none'],
  '5.3.4': ['none', 'lighten'],
  '5.2.3': ['none', 'lighten'],
  '5.4.4': ['soft-by-wave', 'check-names'],
  '4.4.1': ['soft-by-wave', 'check-names'],
  '5.7.1': ['none', 'alert'],
  '5.7.515': ['none', 'alert'],
  '4.7.1': ['none', 'slow'],
  '4.2.1': ['none', 'slow'],
  '5.9.9': ['soft', 'review'],
  '': ['soft', 'review'],
}

test('each status has the effect of the table, on the recipient and on us', () => {
  for (const [status, [recipient, us]] of Object.entries(table)) {
    const { onRecipient, onUs } = effectOf(status)

    assert.deepEqual([onRecipient, onUs], [recipient, us], status)
  }
})

test('servers that give no code are understood by their words, policy before all', () => {
  assert.equal(statusOfWords('550 user unknown'), '5.1.1')
  assert.equal(statusOfWords('Cette boîte n’existe pas'), '5.1.1')
  assert.equal(statusOfWords('Boîte inconnue'), '5.1.1')
  assert.equal(statusOfWords('La boîte du destinataire est pleine'), '5.2.2')
  assert.equal(statusOfWords('550 user rejected, your IP is on a blacklist'), '5.7.1')
  assert.equal(statusOfWords('Bonjour'), undefined)
})
