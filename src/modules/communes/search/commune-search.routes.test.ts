import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openDoor } from '#test/visit.ts'
import { communePaths } from '../communes.paths.ts'

const door = await openDoor()
const operator = door.as('operator')

test('a name that one commune alone bears opens its page', async () => {
  const answer = await operator.get(communePaths.search('vieux conde'))

  assert.equal(answer.status, 302)
  assert.equal(answer.location, communePaths.show('59616'))
})

test('a name that several communes bear gives the list, with what tells them apart', async () => {
  const { status, text } = await operator.get(communePaths.search('Saint-Denis'))

  assert.equal(status, 200)
  assert.match(text, /Seine-Saint-Denis \(93\)/)
  assert.match(text, /La Réunion \(974\)/)
})

test('a name with a slip gives the list, for it is only a guess', async () => {
  const { status, text } = await operator.get(communePaths.search('valanciennes'))

  assert.equal(status, 200)
  assert.match(text, /href="\/communes\/59606"/)
})

test('nothing found says what to try', async () => {
  const { text } = await operator.get(communePaths.search('xyzwk'))

  assert.match(text, /Aucune commune ne ressemble/)
})

test('nothing typed says how to search', async () => {
  const { status, text } = await operator.get(communePaths.search())

  assert.equal(status, 200)
  assert.match(text, /Quelle commune cherchez-vous/)
})

test('ten suggestions at most are given while one types', async () => {
  const { text } = await operator.get(`${communePaths.suggestions()}?q=saint`)
  const suggestions: { name: string; href: string }[] = JSON.parse(text)

  assert.equal(suggestions.length, 10)
  assert.match(suggestions[0]?.href ?? '', /^\/communes\/\w{5}$/)
})
