import { accept, type Decision, refuse } from '#values/decision.ts'
import { longestLine } from '#values/postal-address.ts'
import { type EnvelopeProfile, safeArea } from './envelope.ts'

/** Where and how the address is printed: a fixed-pitch face, sizes in points, places in millimetres on the sheet. */
export type AddressBlock = {
  readonly x: number
  readonly y: number
  readonly pitch: number
  readonly size: number
  readonly lines: readonly string[]
}

// The advance of Atkinson Hyperlegible Mono, in ems; and a point, in millimetres.
const advance = 0.632
const point = 25.4 / 72

const usual = { pitch: 4, size: 6 / advance } // twelve characters an inch
const tight = { pitch: 3.6, size: 9 } // for five or six lines

// Right for three of the four usual envelopes; the fourth starts lower.
const usualOrigin = { x: 109, y: 55 }

/** Places an address in the window, or says why it would not show whole: too many lines, or one too wide. */
export function placeAddress(
  lines: readonly string[],
  envelope: EnvelopeProfile,
): Decision<AddressBlock, 'too-many-lines' | 'line-too-wide'> {
  const safe = safeArea(envelope)
  const x = Math.max(usualOrigin.x, safe.x)
  const y = Math.max(usualOrigin.y, safe.y)
  const room = safe.y + safe.height - y
  const { pitch, size } = lines.length > 4 || lines.length * usual.pitch > room ? tight : usual

  const widest = Math.max(...lines.map((line) => line.length))
  if (lines.length > 6 || lines.length * pitch > room) return refuse('too-many-lines')
  if (widest > longestLine || x + widest * advance * size * point > safe.x + safe.width)
    return refuse('line-too-wide')

  return accept({ x, y, pitch, size, lines })
}
