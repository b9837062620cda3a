import { createHash } from 'node:crypto'
import { isoDate } from '#ui/french.ts'
import { type Drawn, type Fingerprint, seedText } from './order.ts'

/** SHA-256 in hexadecimal: what `printf seed/552100554 | sha256sum` says. */
export const fingerprint: Fingerprint = (text) => createHash('sha256').update(text).digest('hex')

/** The seed of a day in Paris for a question: the first sixteen figures of the fingerprint of its words. */
export function drawSeed(at: Date, { about, place }: Omit<Drawn, 'day'>) {
  const drawn = { day: isoDate(at), about, place }
  const text = seedText(drawn)
  return { day: drawn.day, text, seed: fingerprint(text).slice(0, 16) }
}
