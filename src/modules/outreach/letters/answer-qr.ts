import { encode } from 'uqr'
import type { ReplyCode } from '#values/reply-code.ts'

/**
 * The address a phone opens, as the QR writes it: all in capitals when it has no path of its own, since capitals make a
 * third fewer modules. The page must then answer to `/R/CODE` as to `/r/CODE`.
 */
export function qrAddress(baseUrl: string, code: ReplyCode) {
  const hasPath = new URL(baseUrl).pathname !== '/'

  return hasPath ? `${baseUrl}/r/${code}` : `${baseUrl}/r/${code}`.toUpperCase()
}

// Weighing the eight masks takes nine tenths of the time; a random code is even enough under any of them.
const maskPattern = 3

/** A QR code (error correction M): its side in modules, and its dark modules as rows side by side. */
export function qrModules(text: string) {
  const { size, data } = encode(text, { ecc: 'M', border: 0, maskPattern })

  return { size, runs: data.flatMap((row, y) => runsOf(row).map(([x, length]) => ({ x, y, length }))) }
}

/** The same as one SVG path, without its quiet zone: the page leaves it. */
export function qrSvg(text: string) {
  const { size, runs } = qrModules(text)
  const path = runs.map(({ x, y, length }) => `M${x} ${y}h${length}v1h-${length}z`).join('')

  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${path}"/></svg>`
}

// Dark modules side by side make one rectangle.
function runsOf(row: readonly boolean[]) {
  const runs: [x: number, length: number][] = []
  for (const [x, isDark] of row.entries()) {
    const last = runs.at(-1)
    if (isDark && last && last[0] + last[1] === x) last[1] += 1
    else if (isDark) runs.push([x, 1])
  }

  return runs
}
