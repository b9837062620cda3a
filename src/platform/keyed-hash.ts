import { createHmac } from 'node:crypto'

/** A hash that only the holder of the key can compute, one per purpose: it compares, and tells nothing (HMAC-SHA-256). */
export const keyedHash = (key: string, purpose: string, text: string) =>
  createHmac('sha256', key).update(`${purpose}\n${text}`).digest('base64url')

/** The same in 26 lower-case letters and digits (128 bits, RFC 4648 base32): for addresses that lose their capitals. */
export function keyedTag(key: string, purpose: string, text: string) {
  const bits = [...createHmac('sha256', key).update(`${purpose}\n${text}`).digest()]
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('')
  return Array.from(
    { length: 26 },
    (_, rank) => symbols[Number.parseInt(bits.slice(rank * 5, rank * 5 + 5), 2)],
  ).join('')
}

const symbols = 'abcdefghijklmnopqrstuvwxyz234567'
