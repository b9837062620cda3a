import { createHmac } from 'node:crypto'

/** A hash that only the holder of the key can compute, one per purpose: it compares, and tells nothing (HMAC-SHA-256). */
export const keyedHash = (key: string, purpose: string, text: string) =>
  createHmac('sha256', key).update(`${purpose}\n${text}`).digest('base64url')
