import assert from 'node:assert/strict'
import { test } from 'node:test'
import { firstStanding, reachOf, sentenceOf } from './answer.ts'

const at = new Date('2026-11-23T09:00:00Z')
const quesnoy = { name: 'Le Quesnoy', nameType: 2 }
const abscon = { name: 'Abscon', nameType: 1 }
const silent = { channel: 'answer', theme: null, body: '' } as const

test('the journal names the town hall with its article, never the person nor their words', () => {
  const sentence = sentenceOf(
    { channel: 'answer', wish: 'need', theme: 'cemetery', body: 'Demander Mme Dupont' },
    quesnoy,
  )

  assert.equal(sentence, 'La mairie du Quesnoy dit un besoin : cimetière.')
})

test('an answer heard by a member says how it came', () => {
  assert.equal(
    sentenceOf({ ...silent, channel: 'call', wish: 'call-back' }, abscon),
    'Au téléphone, la mairie d’Abscon demande à être rappelée.',
  )
  assert.equal(
    sentenceOf({ ...silent, channel: 'visit', wish: null }, abscon),
    'Visite à la mairie d’Abscon.',
  )
})

test('« pas maintenant » is an answer but not a contact; a refusal declines', () => {
  assert.equal(reachOf('not-now'), undefined)
  assert.equal(reachOf('call-back'), 'in-contact')
  assert.equal(reachOf('need'), 'in-contact')
  assert.equal(reachOf(null), 'in-contact')
  assert.equal(reachOf('do-not-write'), 'declined')
})

test('an answer that asks nothing is settled at once, unless it comes with words to read', () => {
  assert.equal(firstStanding({ ...silent, wish: 'not-now' }, at).state, 'settled')
  assert.equal(firstStanding({ ...silent, wish: 'not-now', body: 'Après les élections.' }, at).state, 'new')
  assert.equal(firstStanding({ ...silent, wish: 'call-back' }, at).state, 'new')
})
