import assert from 'node:assert/strict'
import { test } from 'node:test'
import { attach, type Clue } from './attach.ts'
import { ownDomainOf } from './consumer-domains.ts'
import { placeMarksIn } from './signature-clues.ts'

const because = (sentence: string) => ({ evidence: { sentence } })
const reference: Clue = {
  from: 'reference',
  insee: '59002',
  deliveryId: 'd',
  ...because('répond à notre message'),
}
const sender: Clue = { from: 'sender', insee: '59172', isAlone: true, ...because('adresse connue') }
const domain: Clue = { from: 'domain', insee: '59172', ...because('domaine') }
const signature: Clue = { from: 'signature', insee: '59481', ...because('signature') }

test('the strongest clue ties a mail, and the clues that agree are kept as evidence', () => {
  const tied = attach([domain, sender, signature])

  assert.equal(tied.tie, 'probable')
  assert.equal(tied.insee, '59172')
  assert.deepEqual(
    tied.evidence.map(({ sentence }) => sentence),
    ['adresse connue', 'domaine'],
  )
})

test('our own Message-ID is certain, whoever writes', () => {
  const tied = attach([sender, reference])

  assert.deepEqual([tied.tie, tied.insee, tied.deliveryId], ['certain', '59002', 'd'])
})

test('a signature only suggests, and a person chooses among three communes at most', () => {
  const others = ['59001', '59003', '59004'].map(
    (insee): Clue => ({ from: 'name', insee, ...because('nom') }),
  )

  const tied = attach([...others, signature])

  assert.equal(tied.tie, 'suggestion')
  assert.equal(tied.insee, undefined)
  assert.deepEqual(
    tied.candidates.map(({ insee }) => insee),
    ['59481', '59001', '59003'],
  )
})

test('two communes as likely as each other tie nothing', () => {
  const shared: Clue = { ...domain, insee: '59002' }

  assert.equal(attach([domain, shared]).tie, 'suggestion')
})

test('a reply code is believed only from the address that we wrote to', () => {
  const code = { from: 'code', insee: '59002', ...because('code') } as const

  assert.equal(attach([{ ...code, isSender: false }]).tie, 'suggestion')
  assert.equal(attach([{ ...code, isSender: true }]).tie, 'certain')
})

test('a mailbox that anybody can open says nothing of a commune', () => {
  assert.equal(ownDomainOf('mairie.abscon@wanadoo.fr'), undefined)
  assert.equal(ownDomainOf('mairie@abscon.example'), 'abscon.example')
})

test('a signature is read for its town, its postcode and its SIRET, whose key is checked', () => {
  const marks = placeMarksIn(
    'Mairie de La Sentinelle\n59174 La Sentinelle\nSIRET 215 900 028 00013\nSIRET 215 900 028 00014',
  )

  assert.deepEqual(marks.townNames, ['La Sentinelle'])
  assert.ok(marks.postcodes.includes('59174'))
  assert.ok(marks.sirets.length <= 1)
})
