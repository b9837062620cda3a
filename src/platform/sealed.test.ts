import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seal, unseal } from './sealed.ts'

test('what is sealed is read again with the same secret for the same purpose, and with no other', () => {
  const sealed = seal('a secret', 'signing', 'the private key')

  assert.equal(unseal('a secret', 'signing', sealed), 'the private key')
  assert.notEqual(seal('a secret', 'signing', 'the private key'), sealed)
  assert.throws(() => unseal('another secret', 'signing', sealed))
  assert.throws(() => unseal('a secret', 'another purpose', sealed))
  assert.throws(() => unseal('a secret', 'signing', `${sealed.slice(0, -6)}AAAA==`))
})
