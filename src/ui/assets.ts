import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fontFace, fonts } from './fonts.ts'
import { composeStylesheet, styleSheets } from './stylesheet.ts'

type Asset = { readonly type: string; readonly body: Uint8Array }

const fromPackages = createRequire(import.meta.url)

/** The files pages ask for, by a name that carries their content hash: each may be cached for ever. */
export const assets: Record<string, Asset> = {}

const fontFaces = fonts.map((font) =>
  fontFace(font, publish(font.file, 'font/woff2', readFont(font.package, font.file))),
)

/** Where the style sheet of the whole application is served. */
export const stylesheetHref = publish(
  'beffroi.css',
  'text/css; charset=utf-8',
  Buffer.from(composeStylesheet(fontFaces, styleSheets.map(readStyle))),
)

/** Where the small belfry of the browser tab is served. */
export const faviconHref = publish('belfry.svg', 'image/svg+xml', readFileSync(beside('belfry.svg')))

/** Where the comfort of a page that follows long work is served. */
export const livePageHref = publish(
  'live-page.js',
  'text/javascript; charset=utf-8',
  readFileSync(beside('live-page.client.ts')),
)

function publish(name: string, type: string, body: Uint8Array) {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 10)
  const hashed = name.replace(/(\.\w+)$/, `-${hash}$1`)
  assets[hashed] = { type, body }

  return `/assets/${hashed}`
}

function readFont(name: string, file: string) {
  return readFileSync(fromPackages.resolve(`${name}/files/${file}`))
}

function readStyle(name: string) {
  return readFileSync(beside(`${name}.css`), 'utf8')
}

function beside(name: string) {
  return new URL(name, import.meta.url)
}
