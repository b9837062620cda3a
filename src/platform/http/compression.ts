import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** The ways a browser may say that it reads compressed bytes, the best first. */
export type Encoding = 'br' | 'gzip'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

// Below, the headers weigh more than what is saved.
const leastWorth = 1000

/** The best encoding that an `accept-encoding` header allows; one refused by `q=0` is no choice (RFC 9110, 12.5.3). */
export function encodingFor(accepted = ''): Encoding | undefined {
  const named = accepted
    .toLowerCase()
    .split(',')
    .map((part) => part.replaceAll(' ', '').split(';'))
    .filter(([, ...weights]) => !weights.some((weight) => /^q=0(\.0*)?$/.test(weight)))
    .map(([name]) => name)

  return named.includes('br') ? 'br' : named.includes('gzip') ? 'gzip' : undefined
}

/**
 * The bytes as they travel. `once` takes the time that the smallest size asks for, for what is kept; a page takes a
 * thousandth of a second. Nothing when compressing gains nothing.
 */
export async function compress(bytes: Uint8Array, encoding: Encoding, { once = false } = {}) {
  if (bytes.length < leastWorth) return undefined

  const packed = encoding === 'br' ? await brotli(bytes, brotliOptions(once)) : await zip(bytes)
  return packed.length < bytes.length ? packed : undefined
}

const brotliOptions = (once: boolean) => ({
  params: {
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_QUALITY]: once ? constants.BROTLI_MAX_QUALITY : 5,
    // A page looks back over 64 kB: a larger window asks for megabytes each time, and three times as long.
    [constants.BROTLI_PARAM_LGWIN]: once ? constants.BROTLI_DEFAULT_WINDOW : 16,
  },
})
