import assert from 'node:assert/strict'
import { test } from 'node:test'
import { together } from './together.ts'

const database = {}

/** An answer that waits to be let go, and knows how many times it was sought. */
function slow() {
  const gates: (() => void)[] = []
  let sought = 0
  const answer = async () => {
    const mine = ++sought
    await new Promise<void>((open) => gates.push(open))
    return mine
  }
  return {
    answer,
    letGo: async () => {
      gates.shift()?.()
      await new Promise(setImmediate)
    },
    sought: () => sought,
  }
}

test('those who ask while an answer is under way share the next one, which begins after they asked', async () => {
  const ask = together<number>()
  const { answer, letGo, sought } = slow()

  const first = ask(database, 'page', answer)
  const others = [ask(database, 'page', answer), ask(database, 'page', answer), ask(database, 'page', answer)]
  await letGo()
  await letGo()

  assert.equal(await first, 1)
  assert.deepEqual(await Promise.all(others), [2, 2, 2])
  assert.equal(sought(), 2)
})

test('whoever asks alone is answered at once, and anew each time', async () => {
  const ask = together<number>()
  let sought = 0

  assert.equal(await ask(database, 'page', async () => ++sought), 1)
  assert.equal(await ask(database, 'page', async () => ++sought), 2)
})

test('different questions do not wait for each other', async () => {
  const ask = together<number>()
  const { answer } = slow()
  void ask(database, 'long', answer)

  assert.equal(await ask(database, 'short', async () => 7), 7)
})

test('a failure is told to those who asked it, and the next begins all the same', async () => {
  const ask = together<number>()
  const { promise, reject } = Promise.withResolvers<number>()
  const first = ask(database, 'page', () => promise)
  const second = ask(database, 'page', async () => 2)
  reject(new Error('the database left'))

  await assert.rejects(first, /the database left/)
  assert.equal(await second, 2)
})
