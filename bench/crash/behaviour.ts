import { createHash } from 'node:crypto'

/** How the sink treats one recipient of one wave; chosen by the seed, the same however often it is asked. */
export type Variant = keyof typeof shares

/** The share of each variant in a wave, of a hundred. */
export const shares = {
  'answers at once': 30,
  'answers in 20 ms': 20,
  'answers in 200 ms': 12,
  'greylisted, taken the second time': 8,
  'unknown there (550 5.1.1)': 6,
  'cut after the dot, taken': 8,
  'cut after the dot, not taken': 8,
  'taken, answer after our patience': 8,
} as const

/** How the sink treats a whole wave besides. */
export type Profile = {
  readonly name:
    | 'plain'
    | '421 on every 7th connection'
    | '2 connections, 100 messages each'
    | '550 5.7.1 for all, 1.5 s'
  readonly wave: number
}

const profiles: readonly Profile['name'][] = [
  'plain',
  '421 on every 7th connection',
  '2 connections, 100 messages each',
  '550 5.7.1 for all, 1.5 s',
]

export const profileOf = (wave: number): Profile => ({ wave, name: profiles[wave % 4] ?? 'plain' })

export function variantOf(seed: string, wave: number, address: string): Variant {
  let drawn = draw(`${seed}/${wave}/${address}`) * 100
  for (const [variant, share] of Object.entries(shares)) {
    if (drawn < share) return variant as Variant
    drawn -= share
  }
  return 'answers at once'
}

/** A number between 0 and 1 that a text always gives. */
export const draw = (text: string) => createHash('sha256').update(text).digest().readUInt32BE() / 2 ** 32
