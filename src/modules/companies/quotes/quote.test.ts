import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkAnswerBy, chooseProviders, stateOf } from './quote.ts'
import { quoteText } from './quote-text.ts'

const offered = ['a', 'b', 'c', 'd']

test('the first three of the order need no reason', () => {
  const chosen = chooseProviders({ offered, chosen: ['c', 'a', 'b'], why: '' })

  assert.deepEqual(chosen.ok && chosen.value, [
    { key: 'a', chosenBy: 'order' },
    { key: 'b', chosenBy: 'order' },
    { key: 'c', chosenBy: 'order' },
  ])
})

test('others than the first need a reason, and are marked as the town hall’s choice', () => {
  const without = chooseProviders({ offered, chosen: ['a', 'b', 'd'], why: ' ' })
  const withOne = chooseProviders({ offered, chosen: ['a', 'b', 'd'], why: 'Connue de l’école.' })

  assert.deepEqual(without, { ok: false, reason: 'no-reason' })
  assert.deepEqual(withOne.ok && withOne.value.at(-1), { key: 'd', chosenBy: 'town-hall' })
})

test('fewer than three are asked only when fewer serve, and nobody who is not in the list', () => {
  const reasonOf = (chosen: string[], among = offered) => {
    const answer = chooseProviders({ offered: among, chosen, why: 'x' })
    return answer.ok ? 'accepted' : answer.reason
  }

  assert.equal(reasonOf(['a', 'b']), 'too-few')
  assert.equal(reasonOf(['a', 'b'], ['a', 'b']), 'accepted')
  assert.equal(reasonOf(['a'], ['a', 'b']), 'too-few')
  assert.equal(reasonOf([], []), 'nobody')
  assert.equal(reasonOf(['a', 'b', 'c', 'zz']), 'not-offered')
})

test('the date leaves a week at least and four months at most', () => {
  const reasonOf = (day: string) => {
    const answer = checkAnswerBy(day, '2026-11-24')
    return answer.ok ? 'accepted' : answer.reason
  }

  assert.equal(reasonOf('2026-11-30'), 'too-near')
  assert.equal(reasonOf('2026-12-01'), 'accepted')
  assert.equal(reasonOf('2027-06-01'), 'too-far')
  assert.equal(reasonOf('bientôt'), 'no-date')
})

test('answers are opened together the day after the date, and a request that nobody confirmed lapses', () => {
  const at = new Date()
  const dated = { confirmedAt: at, closedAt: null, answerBy: '2026-12-01' }

  assert.equal(stateOf(dated, '2026-12-01'), 'open')
  assert.equal(stateOf(dated, '2026-12-02'), 'to-read')
  assert.equal(stateOf({ ...dated, confirmedAt: null }, '2026-12-02'), 'lapsed')
  assert.equal(stateOf({ ...dated, closedAt: at }, '2026-12-02'), 'closed')
})

test('the text says how many are asked and by when, and nothing of a size that was not given', () => {
  const words = {
    townHall: 'Mairie d’Abscon',
    need: 'Gérer le cimetière',
    situation: 'Un tableur.',
    wanted: 'Reprendre nos concessions.',
    size: '',
    contact: 'Accueil, 03 27 00 00 00',
    answerBy: '15 décembre 2026',
    asked: 3,
  }

  assert.match(quoteText(words), /adressé le même jour à 3 prestataires/)
  assert.match(quoteText(words), /au plus tard le 15 décembre 2026/)
  assert.doesNotMatch(quoteText(words), /Taille/)
  assert.match(quoteText({ ...words, asked: 1 }), /Un seul prestataire/)
})
