import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { contrast, type Oklch } from './colour.ts'

const tokens = readTokens(readFileSync(new URL('tokens.css', import.meta.url), 'utf8'))
const themes = ['light', 'dark'] as const
const tones = ['neutral', 'info', 'ochre', 'teal', 'brick']
const grounds = ['ground', 'surface', 'sunken']

/** Words on grounds: 4.5 at least. */
const texts: readonly [string, string][] = [
  ...grounds.flatMap((ground): [string, string][] => [
    ['ink', ground],
    ['ink-soft', ground],
    ['link', ground],
    ['brick-ink', ground],
  ]),
  ['on-chrome', 'chrome'],
  ['on-chrome', 'chrome-raised'],
  ['on-chrome-soft', 'chrome'],
  ['on-chrome-soft', 'chrome-raised'],
  ['on-brick', 'brick'],
  ['on-brick', 'brick-deep'],
  ['ink-soft', 'neutral-tint'],
  ['ink', 'ochre-tint'],
  ['ink-soft', 'ochre-tint'],
  ['link', 'ochre-tint'],
  ...tones.flatMap((tone): [string, string][] => [
    [`${tone}-ink`, `${tone}-tint`],
    [`${tone}-on-solid`, `${tone}-solid`],
  ]),
]

/** Borders of controls, shapes and the focus ring: 3 at least. */
const shapes: readonly [string, string][] = [
  ...grounds.flatMap((ground): [string, string][] => [
    ['line-strong', ground],
    ['focus', ground],
    ['brick', ground],
    ...tones.map((tone): [string, string] => [`${tone}-solid`, ground]),
  ]),
  ['chrome-focus', 'chrome'],
  ...tones.map((tone): [string, string] => [`${tone}-solid`, `${tone}-tint`]),
]

for (const theme of themes) {
  test(`every word is read on its ground, ${theme} theme`, () => {
    assert.deepEqual(tooClose(texts, theme, 4.5), [])
  })

  test(`every border, shape and focus ring is seen on its ground, ${theme} theme`, () => {
    assert.deepEqual(tooClose(shapes, theme, 3), [])
  })
}

function tooClose(pairs: readonly [string, string][], theme: 'light' | 'dark', least: number) {
  return pairs
    .map(([front, back]) => ({
      pair: `${front} on ${back}`,
      ratio: contrast(colour(front, theme), colour(back, theme)),
    }))
    .filter(({ ratio }) => ratio < least)
    .map(({ pair, ratio }) => `${pair}: ${ratio.toFixed(2)}`)
}

function colour(name: string, theme: 'light' | 'dark') {
  const token = tokens.get(name)
  assert.ok(token, `no token --${name}`)

  return token[theme]
}

function readTokens(css: string) {
  const written = css.matchAll(/--([\w-]+):\s*light-dark\(oklch\(([^)]+)\),\s*oklch\(([^)]+)\)\)/g)

  return new Map(
    [...written].map(([, name = '', light = '', dark = '']) => [
      name,
      { light: parse(light), dark: parse(dark) },
    ]),
  )
}

function parse(numbers: string): Oklch {
  const [lightness = 0, chroma = 0, hue = 0] = numbers.split(' ').map(Number)

  return [lightness, chroma, hue]
}
