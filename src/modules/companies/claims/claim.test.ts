import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chosenMailbox, mailboxesOf, readClaimedSiren } from './claim.ts'

test('a SIREN whose key is wrong is refused, and a SIRET gives its SIREN, La Poste’s exception included', () => {
  assert.deepEqual(readClaimedSiren('732 829 320'), { ok: true, value: '732829320' })
  assert.deepEqual(readClaimedSiren('73282932000074'), { ok: true, value: '732829320' })
  assert.deepEqual(readClaimedSiren('35600000049837'), { ok: true, value: '356000000' })
  assert.deepEqual(readClaimedSiren('732829321'), { ok: false, reason: 'wrong-key' })
  assert.deepEqual(readClaimedSiren('35600000049838'), { ok: false, reason: 'wrong-key' })
  assert.deepEqual(readClaimedSiren('7328'), { ok: false, reason: 'not-a-siren' })
})

test('the link goes to the mailbox of the census or to one on the site’s domain, whatever is typed', () => {
  const known = { email: 'contact@nord-libre.example', website: 'https://www.nord-libre.example/services' }

  assert.deepEqual(chosenMailbox(known, { mailbox: 'census', local: 'pirate@ailleurs.example' }), {
    ok: true,
    value: 'contact@nord-libre.example',
  })
  assert.deepEqual(chosenMailbox(known, { mailbox: 'domain', local: ' Direction ' }), {
    ok: true,
    value: 'direction@nord-libre.example',
  })
  for (const local of ['pirate@ailleurs.example', '', 'a b', 'x@ailleurs.example,y'])
    assert.equal(chosenMailbox(known, { mailbox: 'domain', local }).ok, false)
})

test('a site lodged where anybody has a mailbox gives no mailbox', () => {
  for (const website of [
    'https://free.fr/~nord',
    'https://nord.wordpress.com',
    'https://facebook.com/nord',
    'javascript:x',
  ])
    assert.equal(mailboxesOf({ email: null, website }).domain, undefined)
})
