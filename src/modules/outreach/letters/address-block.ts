import { accept, type Decision, refuse } from '#values/decision.ts'
import { longestLine } from '#values/postal-address.ts'
import { type EnvelopeProfile, safeArea } from '../envelopes/envelope.ts'

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

// Right for three of the four usual envelopes; on the others the address begins with what always shows.
const usualOrigin = { x: 109, y: 55 }

/** Places an address in the window, or says why it would not show whole: too many lines, or one too wide. */
export function placeAddress(
  lines: readonly string[],
  envelope: EnvelopeProfile,
): Decision<AddressBlock, 'too-many-lines' | 'line-too-wide'> {
  const safe = safeArea(envelope)
  const bottom = safe.y + safe.height
  const y =
    usualOrigin.y >= safe.y && usualOrigin.y + lines.length * tight.pitch <= bottom ? usualOrigin.y : safe.y
  const room = bottom - y
  const { pitch, size } = lines.length > 4 || lines.length * usual.pitch > room ? tight : usual

  const widest = Math.max(...lines.map((line) => line.length))
  const width = widest * advance * size * point
  const right = safe.x + safe.width
  const x = usualOrigin.x >= safe.x && usualOrigin.x + width <= right ? usualOrigin.x : safe.x
  if (lines.length > 6 || lines.length * pitch > room) return refuse('too-many-lines')
  if (widest > longestLine || x + width > right) return refuse('line-too-wide')

  return accept({ x, y, pitch, size, lines })
}
