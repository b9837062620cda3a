import { accept, type Decision, refuse } from './decision.ts'

/** What a town hall types to answer a letter: nine random symbols and a check character. An identifier, not a secret. */
export type ReplyCode = string & { readonly kind: 'ReplyCode' }

// No 0, O, 1, I, L. Thirty-one symbols, a prime number: that is what lets one check character catch every mistake.
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const base = alphabet.length
const randomSymbols = 9

// A glyph we never print, and what it may have been read from. The check character decides between them.
const misread: Record<string, string> = { '0': 'QD', O: 'QD', '1': '7JT', I: 'JT7', L: 'TJ7' }

/** A new code, from a source of random bytes (`crypto.randomBytes`): 31⁹ possibilities, no order to guess. */
export function newReplyCode(randomBytes: (size: number) => Uint8Array): ReplyCode {
  let symbols = ''
  while (symbols.length < randomSymbols) {
    const [byte = 255] = randomBytes(1)
    // Above the last multiple of 31 a byte would favour the first symbols.
    if (byte < base * 8) symbols += alphabet[byte % base]
  }

  return withCheck(symbols)
}

/**
 * Reads a code as people type it: any case, spaces and hyphens, glyphs taken for another.
 * Refuses what has not the shape of a code, and what one wrong or two swapped characters explain.
 */
export function parseReplyCode(typed: string): Decision<ReplyCode, 'malformed' | 'wrong-check'> {
  const glyphs = typed.toUpperCase().replace(/[\s\p{Pd}._/]/gu, '')
  if (glyphs.length !== randomSymbols + 1) return refuse('malformed')
  if (![...glyphs].every((glyph) => alphabet.includes(glyph) || glyph in misread)) return refuse('malformed')

  const [reading, another] = readings(glyphs).filter(isChecked)
  if (!reading || another) return refuse('wrong-check')

  return accept(reading as ReplyCode)
}

/** The code as printed and said on the phone: « ABCDE-FGHJK ». */
export function showReplyCode(code: ReplyCode) {
  return `${code.slice(0, 5)}-${code.slice(5)}`
}

// More than three doubtful glyphs is no longer a reading, it is a guess.
function readings(glyphs: string) {
  const doubtful = [...glyphs].filter((glyph) => glyph in misread)
  if (doubtful.length > 3) return []

  return [...glyphs].reduce<string[]>(
    (starts, glyph) =>
      starts.flatMap((start) => [...(misread[glyph] ?? glyph)].map((symbol) => start + symbol)),
    [''],
  )
}

function isChecked(code: string) {
  return withCheck(code.slice(0, randomSymbols)) === code
}

// Weights 1 to 9, and −1 for the check itself: all different modulo 31, so a substitution or a swap always shows.
function withCheck(symbols: string) {
  const sum = [...symbols].reduce((total, symbol, rank) => total + (rank + 1) * alphabet.indexOf(symbol), 0)

  return `${symbols}${alphabet[sum % base]}` as ReplyCode
}
