import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { assets, stylesheetHref } from './assets.ts'
import { styleSheets } from './stylesheet.ts'

const sheet = assets[stylesheetHref.replace('/assets/', '')]

test('the style of the whole application weighs less than 20 kB compressed', () => {
  assert.ok(sheet)

  assert.ok(gzipSync(sheet.body).length < 20_000)
})

test('every style sheet of the folder is part of the whole, and no other', () => {
  const written = readdirSync(new URL('.', import.meta.url)).filter((name) => name.endsWith('.css'))

  assert.deepEqual(written.sort(), styleSheets.map((name) => `${name}.css`).sort())
})

test('every file the style asks for is served, under a name that follows its content', () => {
  const asked = [...(sheet ? Buffer.from(sheet.body).toString() : '').matchAll(/url\(\/assets\/([^)]+)\)/g)]

  assert.ok(asked.length > 0)
  for (const [, name = ''] of asked) assert.ok(assets[name], name)
})
