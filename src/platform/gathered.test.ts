import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gathered } from './gathered.ts'

test('what is asked while a go is under way is answered by the next one, each with its own answer', async () => {
  const goes: (readonly number[])[] = []
  const begun = Promise.withResolvers<void>()
  const mayEnd = Promise.withResolvers<void>()
  const double = gathered(async (asks: readonly number[]) => {
    goes.push(asks)
    begun.resolve()
    await mayEnd.promise
    return asks.map((ask) => ask * 2)
  })

  const first = [double(1), double(2)]
  await begun.promise
  const others = [double(3), double(4), double(5)]
  mayEnd.resolve()
  const answers = await Promise.all([...first, ...others])

  assert.deepEqual(answers, [2, 4, 6, 8, 10])
  assert.deepEqual(goes, [
    [1, 2],
    [3, 4, 5],
  ])
})

test('a go that fails fails for those of that go, and the next one is done', async () => {
  let goes = 0
  const ask = gathered(async (asks: readonly number[]) => {
    goes += 1
    if (goes === 1) throw new Error('no connection')
    return asks
  })

  await assert.rejects(ask(1), /no connection/)
  assert.equal(await ask(2), 2)
})
