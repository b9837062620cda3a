import { request } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { brotliDecompressSync } from 'node:zlib'

const kilo = 1000

/** What a reader's browser fetches to show a page: its bytes as they travel, in kB, and any script or image it names. */
export async function weigh(port: number, path: string) {
  const page = await fetched(port, path)
  const html = page.encoding === 'br' ? brotliDecompressSync(page.bytes).toString() : page.bytes.toString()
  const [, stylesheet = ''] = /<link rel="stylesheet" href="([^"]+)"/.exec(html) ?? []
  const styles = await fetched(port, stylesheet)
  const css = brotliDecompressSync(styles.bytes).toString()
  // The regular and the bold of the Latin letters: the faces that a French page shows.
  const faces = [...css.matchAll(/url\((\/assets\/[a-z-]*next-latin-(?:400|700)-normal[^)]*)\)/g)]
  const fonts = await Promise.all(faces.map(([, href = '']) => fetched(port, href)))
  const weights = {
    page: page.bytes.length / kilo,
    styles: styles.bytes.length / kilo,
    fonts: fonts.reduce((sum, { bytes }) => sum + bytes.length, 0) / kilo,
  }

  return {
    ...weights,
    all: weights.page + weights.styles + weights.fonts,
    guests: [...html.matchAll(/<(?:script|img|picture|video|iframe)\b[^>]*>/g)].map(([tag]) => tag),
  }
}

const fetched = (port: number, path: string) =>
  new Promise<{ bytes: Buffer; encoding: string | undefined }>((resolve, reject) => {
    const headers = { 'accept-encoding': 'br' }
    request({ host: '127.0.0.1', port, path, headers }, (answer) => {
      buffer(answer).then((bytes) => resolve({ bytes, encoding: answer.headers['content-encoding'] }), reject)
    })
      .once('error', reject)
      .end()
  })
