import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSubAddress, readToken, subAddress, writeToken } from './delivery-token.ts'

const token = { id: '0199f0c4-8d4e-7a54-8f0e-9d4b52a7c1a1', tag: 'abcdefghijklmnopqrstuvwxyz' }

test('a token is read as it was written, whatever capitals it met on its way', () => {
  assert.deepEqual(readToken(writeToken(token)), token)
  assert.deepEqual(readToken(writeToken(token).toUpperCase()), token)
  assert.equal(readToken('0199f0c4'), undefined)
})

test('a sub-address of the mailbox carries the token of its delivery, in the 64 characters of a local part', () => {
  const address = subAddress('r@mairie.example', 'b', writeToken(token))

  assert.deepEqual(readSubAddress(address), { kind: 'b', token })
  assert.ok(address.indexOf('@') <= 64)
  assert.equal(readSubAddress('secretariat@mairie.example'), undefined)
})
