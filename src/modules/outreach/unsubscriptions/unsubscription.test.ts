import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readToken, subAddress } from '../deliveries/delivery-token.ts'
import { readUnsubscription, unsubscriptionHeaders } from './unsubscription.ts'

const text = `0199f0c48d4e5a548f0e9d4b52a7c1a1${'abcdefghijklmnopqrstuvwxyz'}`
const token = readToken(text)

test('the mail that our own header has sent is read back, from its subject or from its address', () => {
  const header = unsubscriptionHeaders('https://beffroi.example', 'retours@cdg.example', text)[
    'List-Unsubscribe'
  ]
  const [, written = ''] = /\?subject=([^>]+)>/.exec(header) ?? []

  assert.deepEqual(readUnsubscription({ subject: decodeURIComponent(written), recipients: [] }), token)
  const address = subAddress('retours@cdg.example', 'r', text)
  assert.deepEqual(readUnsubscription({ subject: 'Désinscription', recipients: ['x@y.fr', address] }), token)
})

test('an answer that speaks of something else is not an opposition, even with our token', () => {
  const address = subAddress('retours@cdg.example', 'r', text)

  assert.equal(readUnsubscription({ subject: 'Re: Des logiciels libres', recipients: [address] }), undefined)
  assert.equal(
    readUnsubscription({ subject: 'desinscription', recipients: ['retours@cdg.example'] }),
    undefined,
  )
})
