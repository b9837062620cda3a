import assert from 'node:assert/strict'
import { test } from 'node:test'
import { app } from '#platform/http/app.ts'
import type { Module } from '#platform/module.ts'
import { allow } from '#platform/permissions.ts'
import { freshWorld } from '#test/world.ts'
import { createWeb } from './web.ts'

const breaking = (path: string, error: Error): Module => ({
  name: 'breaking',
  permissions: [allow(['public'], 'se heurter à une panne', `GET ${path}`)],
  routes: app().get(path, () => {
    throw error
  }),
})

test('a full disk is told as such, and nothing is said to be lost', async () => {
  const full = new Error('insert failed', { cause: Object.assign(new Error('no space'), { code: '53100' }) })
  const web = createWeb(await freshWorld(), [breaking('/full', full)])

  const answer = await web.request('/full')

  assert.equal(answer.status, 507)
  assert.match(await answer.text(), /Le disque est plein\. Libérez de la place/)
})

test('a fault of ours says what to do, and none of its inside', async () => {
  const web = createWeb(await freshWorld(), [breaking('/fault', new Error('secret detail'))])

  const answer = await web.request('/fault')
  const text = await answer.text()

  assert.equal(answer.status, 500)
  assert.match(text, /Beffroi a trébuché/)
  assert.doesNotMatch(text, /secret detail/)
})
