import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSubAddress, readToken, subAddress } from './delivery-token.ts'
import { deliveryToken, messageOfToken } from './sign-token.action.ts'

const secret = 'a secret of at least thirty-two characters for the tests'
const id = '0199f0c4-8d4e-5a54-8f0e-9d4b52a7c1a1'
const text = deliveryToken(secret, `${id}@mairie.example`)

test('the token of a message leads back to it, by its link as by its sub-addresses', () => {
  const link = readToken(text)
  const returned = readSubAddress(subAddress('retours@cdg.example', 'b', text).toUpperCase())

  assert.equal(link && messageOfToken(secret, link), id)
  assert.equal(returned && messageOfToken(secret, returned.token), id)
})

test('a token that another secret made, or of another message, leads nowhere', () => {
  const token = readToken(text)
  assert.ok(token)

  assert.equal(messageOfToken(`${secret}!`, token), undefined)
  assert.equal(messageOfToken(secret, { ...token, id: id.replace('0199', '0198') }), undefined)
  assert.equal(messageOfToken(secret, { ...token, tag: 'a'.repeat(26) }), undefined)
  assert.equal(messageOfToken(secret, { ...token, tag: '' }), undefined)
})
