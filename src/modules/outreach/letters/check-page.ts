import type { Mark } from '#platform/pdf/page-marks.ts'
import type { ReadPage } from '#platform/pdf/read-pages.ts'
import { around, type Box, gap, overlap } from '#values/box.ts'
import { type Area, type EnvelopeProfile, safeArea, sweptArea } from '../envelopes/envelope.ts'
import type { qrModules } from './answer-qr.ts'
import type { Fault, Side } from './page-fault.ts'

/** What a page of a lot must show: whose it is, and for each letter the address first and the answer square last. */
export type ExpectedPage = {
  readonly number: number
  readonly commune: string
  readonly insee: string
  /** Which page of its letter this is, and of how many. */
  readonly rank: number
  readonly of: number
  /** The lines of the address, on the first page of a letter. */
  readonly lines?: readonly string[]
  /** The square and the code below it, on the last page of a letter. */
  readonly answer?: { readonly code: string; readonly qr: ReturnType<typeof qrModules> }
}

/** What a page leaves free, in millimetres: around the address inside its area, and around the window's area outside. */
export type PageMargins = { readonly address?: Readonly<Record<Side, number>>; readonly others?: number }

export type CheckedPage = { readonly faults: readonly Fault[]; readonly margins: PageMargins }

/**
 * Whether a printed page can be enclosed: only the address shows through the window, and shows whole, however the sheet
 * slides. Later pages of a letter lie behind the first: they must say whose they are.
 */
export function checkPage(page: ReadPage, expected: ExpectedPage, envelope: EnvelopeProfile): CheckedPage {
  const { marks, unread, width, height } = page
  const sheet: Fault[] = []
  if (Math.abs(width - 210) > 0.1 || Math.abs(height - 297) > 0.1)
    sheet.push({ reason: 'sheet-size', width, height })
  if (unread.length > 0) sheet.push({ reason: 'unreadable', what: unread.join(', ') })
  const glyphs = marks.filter((mark) => mark.kind === 'glyph')
  if (glyphs.length === 0) sheet.push({ reason: 'no-text' })
  if (sheet.length > 0) return { faults: sheet, margins: {} }

  const front = expected.lines ? checkFront(marks, expected.lines, envelope) : { faults: [], margins: {} }
  return {
    faults: [...front.faults, ...checkFoot(glyphs, expected), ...checkAnswer(marks, glyphs, expected)],
    margins: front.margins,
  }
}

type Glyph = Extract<Mark, { kind: 'glyph' }>

// Letters that touch the edge by less than a hundredth of a millimetre are within: numbers are not that exact.
const exactness = 0.01

function checkFront(
  marks: readonly Mark[],
  lines: readonly string[],
  envelope: EnvelopeProfile,
): CheckedPage {
  const safe = boxOf(safeArea(envelope))
  const swept = boxOf(sweptArea(envelope))
  const address = findText(
    marks.filter((mark) => mark.kind === 'glyph'),
    lines.join(''),
  )
  const own = new Set<Mark>(address)
  const others = marks.filter((mark) => !own.has(mark))
  const intruders = others.flatMap((mark) => intrusionOf(mark, swept))
  const faults: Fault[] = intrusions(intruders)
  const stamped = others.flatMap((mark) => intrusionOf(mark, frankingZone))
  if (stamped.length > 0) faults.push({ reason: 'franking', what: whatOf(stamped), box: boxAround(stamped) })
  if (!address) return { faults: [{ reason: 'address-missing', lines }, ...faults], margins: {} }

  const box = around(address.map((glyph) => glyph.box))
  const margins = marginsWithin(box, safe)
  const out = Object.entries(margins).filter(([, margin]) => margin < -exactness)
  if (out.length > 0) faults.unshift({ reason: 'address-outside', box, by: Object.fromEntries(out) })
  const nearest = nearestTo(others, (part) => gap(part, swept))
  return { faults, margins: { address: margins, others: nearest } }
}

/** La Poste's franking zone, 40 × 74 mm at the top right: the sheet behind it stays white too. */
const frankingZone: Box = { left: 210 - 74, right: 210, top: 0, bottom: 40 }

const boxOf = ({ x, y, width, height }: Area): Box => ({
  left: x,
  right: x + width,
  top: y,
  bottom: y + height,
})

const marginsWithin = (box: Box, safe: Box): Record<Side, number> => ({
  left: box.left - safe.left,
  right: safe.right - box.right,
  top: box.top - safe.top,
  bottom: safe.bottom - box.bottom,
})

const partsOf = (mark: Mark) => (mark.kind === 'drawing' ? mark.parts : [mark.box])

// A loop, for this is asked of every letter of every page.
function nearestTo(marks: readonly Mark[], distance: (part: Box) => number) {
  let nearest = Number.POSITIVE_INFINITY
  for (const mark of marks) for (const part of partsOf(mark)) nearest = Math.min(nearest, distance(part))
  return nearest
}

type Intrusion = { readonly mark: Mark; readonly box: Box }

function intrusionOf(mark: Mark, zone: Box): Intrusion[] {
  if (!overlap(mark.box, zone)) return []

  const inside = partsOf(mark).filter((part) => overlap(part, zone) && gap(part, zone) < -exactness)
  return inside.length > 0 ? [{ mark, box: around(inside) }] : []
}

// Letters are told together, as the words they make; each drawing by itself.
function intrusions(found: readonly Intrusion[]): Fault[] {
  const letters = found.filter(({ mark }) => mark.kind === 'glyph')
  const drawings = found.filter(({ mark }) => mark.kind !== 'glyph')
  const groups = [...(letters.length > 0 ? [letters] : []), ...drawings.map((drawing) => [drawing])]

  return groups.map((group) => ({ reason: 'intruder', what: whatOf(group), box: boxAround(group) }))
}

const boxAround = (found: readonly Intrusion[]) => around(found.map(({ box }) => box))

function whatOf(found: readonly Intrusion[]) {
  const text = found.map(({ mark }) => (mark.kind === 'glyph' ? mark.text : '')).join('')
  if (text !== '') return `le texte « ${text.length > 40 ? `${text.slice(0, 40)}…` : text} »`
  return found.some(({ mark }) => isSquare(mark)) ? 'le carré de réponse' : 'un trait ou une image'
}

// The glyphs that read a text, spaces aside; the first that do.
function findText(glyphs: readonly Glyph[], text: string): readonly Glyph[] | undefined {
  const wanted = text.replace(/\s/g, '')
  const read = glyphs.map((glyph) => glyph.text).join('')
  const at = read.indexOf(wanted)
  if (at < 0 || wanted === '') return undefined

  const ends = at + wanted.length
  const found: Glyph[] = []
  let passed = 0
  for (const glyph of glyphs) {
    if (passed >= ends) break
    if (passed >= at) found.push(glyph)
    passed += glyph.text.length
  }
  return found
}

// Sheets that are mixed up must be seen: the reference is at the foot of each page after the first.
function checkFoot(glyphs: readonly Glyph[], { insee, rank, of }: ExpectedPage): Fault[] {
  if (rank === 1) return []

  const reference = `${insee}·${rank}/${of}`
  const foot = glyphs.filter(({ box }) => box.top > 297 - 20)
  return findText(foot, reference) ? [] : [{ reason: 'no-reference', reference: `${insee} · ${rank}/${of}` }]
}

const smallestSquare = 20
const quietModules = 4

function checkAnswer(marks: readonly Mark[], glyphs: readonly Glyph[], { answer }: ExpectedPage): Fault[] {
  if (!answer) return []

  const squares = marks.filter(isSquare)
  const [square] = squares
  if (!square || squares.length > 1) return [{ reason: 'no-square', count: squares.length }]

  const { size, runs } = answer.qr
  const side = square.box.right - square.box.left
  const module = side / size
  const faults: Fault[] = []
  if (side < smallestSquare - exactness) faults.push({ reason: 'small-square', side })
  if (readRuns(square, module) !== runs.map(({ x, y, length }) => `${x},${y},${length}`).join(' '))
    faults.push({ reason: 'other-square' })
  const near = marks.filter((mark) => mark !== square)
  const quiet = nearestTo(near, (part) => clearance(part, square.box))
  if (quiet < quietModules * module - exactness)
    faults.push({ reason: 'no-quiet-zone', free: quiet, needed: quietModules * module })
  if (!findText(glyphs, answer.code)) faults.push({ reason: 'no-code', code: answer.code })
  return faults
}

type Drawing = Extract<Mark, { kind: 'drawing' }>
const isSquare = (mark: Mark): mark is Drawing => mark.kind === 'drawing' && mark.parts.length > 100

const readRuns = ({ parts, box }: Drawing, module: number) =>
  parts
    .map(({ left, right, top }) => [left - box.left, top - box.top, right - left])
    .map((lengths) => lengths.map((length) => Math.round(length / module)).join(','))
    .join(' ')

// A frame around the square leaves it free as far as its nearest side.
function clearance(part: Box, square: Box) {
  const holds =
    part.left < square.left &&
    part.right > square.right &&
    part.top < square.top &&
    part.bottom > square.bottom
  if (!holds) return gap(part, square)

  return Math.min(...Object.values(marginsWithin(square, part)))
}
