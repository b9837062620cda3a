import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brotliDecompressSync } from 'node:zlib'
import { freshWorld } from '#test/world.ts'
import { modules } from './modules.ts'
import { createWeb } from './web.ts'

const web = createWeb(await freshWorld(), modules)
const ask = (path: string, encoding = 'gzip, deflate, br') =>
  web.request(`http://localhost:3000${path}`, { headers: { 'accept-encoding': encoding } })

test('what everybody reads travels compressed, shared or not, and a failure too', async () => {
  for (const path of ['/', '/aide', '/companies', '/nulle-part']) {
    const answer = await ask(path)

    assert.equal(answer.headers.get('content-encoding'), 'br', path)
    assert.match(brotliDecompressSync(Buffer.from(await answer.arrayBuffer())).toString(), /^<!doctype html>/)
  }
})

test('the style sheet travels compressed, a font as it is', async () => {
  const page = await (await ask('/aide', 'identity')).text()
  const [, styles = ''] = /rel="stylesheet" href="([^"]+)"/.exec(page) ?? []
  const css = await ask(styles)
  const text = brotliDecompressSync(Buffer.from(await css.arrayBuffer())).toString()
  const [, font = ''] = /url\((\/assets\/[^)]+woff2)\)/.exec(text) ?? []

  assert.equal((await ask(font)).headers.get('content-encoding'), null)
})
