import { around, type Box, grown } from '#values/box.ts'
import { type Matrix, moved, multiply, shift, unchanged } from './page-matrix.ts'
import { partsOf } from './page-outlines.ts'

/** Something that a page prints, with the box of its ink in millimetres from the sheet's top left corner. */
export type Mark =
  | { readonly kind: 'glyph'; readonly text: string; readonly box: Box }
  | { readonly kind: 'drawing'; readonly box: Box; readonly parts: readonly Box[] }
  | { readonly kind: 'image'; readonly box: Box }

/** An operator of a page by its pdf.js name, with its arguments, which are as many shapes as there are operators. */
// biome-ignore lint/suspicious/noExplicitAny: pdf.js types its arguments so
export type Operator = { readonly name: string; readonly args: any }

type Pen = {
  matrix: Matrix
  lineWidth: number
  font: string
  size: number
  charSpacing: number
  wordSpacing: number
  scale: number
  rise: number
  leading: number
}

const freshPen: Pen = {
  matrix: unchanged,
  lineWidth: 1,
  font: '',
  size: 0,
  charSpacing: 0,
  wordSpacing: 0,
  scale: 1,
  rise: 0,
  leading: 0,
}

export type Reading = {
  /** From the page's own units to millimetres from the sheet's top left corner. */
  readonly onSheet: Matrix
  readonly boxOfGlyph: (font: string, glyph: string) => Box | 'unknown' | undefined
  /** The name of an operator by its number: a path carries the number of the one that paints it. */
  readonly nameOf: (code: number) => string
}

/**
 * What the operators of a page print, and the names of those that this reader does not know: they may print anything.
 * What is clipped or hidden counts as printed.
 */
export function marksOf(operators: readonly Operator[], { onSheet, boxOfGlyph, nameOf }: Reading) {
  const marks: Mark[] = []
  const unread = new Set<string>()
  const kept: Pen[] = []
  let pen: Pen = { ...freshPen }
  let line: Matrix = unchanged
  let text: Matrix = unchanged

  const keep = () => kept.push({ ...pen })
  const back = () => {
    pen = kept.pop() ?? { ...freshPen }
  }
  const place = (box: Box) => moved(box, multiply(onSheet, pen.matrix))
  const image = () => marks.push({ kind: 'image', box: place({ left: 0, bottom: 0, right: 1, top: 1 }) })
  const startLine = (matrix: Matrix) => {
    line = matrix
    text = matrix
  }
  const nextLine = (x: number, y: number) => startLine(multiply(line, shift(x, y)))

  // One matrix for the whole row, from ems to millimetres: each glyph is then a shift along it.
  function show(glyphs: readonly unknown[]) {
    const em = pen.size * pen.scale
    const ems = multiply(multiply(onSheet, multiply(pen.matrix, text)), [em, 0, 0, pen.size, 0, pen.rise])
    let advance = 0
    for (const glyph of glyphs) {
      if (isGlyph(glyph)) showOne(glyph, ems, advance)
      advance += advanceOf(glyph)
    }
    text = multiply(text, shift(advance * em, 0))
  }

  // pdf.js gives an empty glyph the outline of a missing one: a space prints nothing.
  function showOne({ fontChar, unicode }: Glyph, ems: Matrix, advance: number) {
    if (unicode.trim() === '') return

    const ink = boxOfGlyph(pen.font, fontChar)
    if (ink === 'unknown') unread.add(`le caractère « ${unicode} » sans contour`)
    else if (ink) {
      const { left, right, top, bottom } = ink
      const box = moved({ left: left + advance, right: right + advance, top, bottom }, ems)
      marks.push({ kind: 'glyph', text: unicode, box })
    }
  }

  // How far the next glyph is, in ems; a number between two glyphs brings them closer.
  function advanceOf(glyph: unknown) {
    if (typeof glyph === 'number') return -glyph / 1000
    if (!isGlyph(glyph)) return 0

    const spacing = pen.charSpacing + (glyph.isSpace ? pen.wordSpacing : 0)
    return glyph.width / 1000 + (pen.size === 0 ? 0 : spacing / pen.size)
  }

  function draw(paint: string, path: ArrayLike<number> | null | undefined) {
    if (!path || paint === 'endPath') return

    const half = /stroke/i.test(paint) ? pen.lineWidth / 2 : 0
    const parts = partsOf(path).map((part) => place(grown(part, half)))
    if (parts.length > 0) marks.push({ kind: 'drawing', box: around(parts), parts })
  }

  const reads: Readonly<Record<string, (args: Operator['args']) => void>> = {
    save: keep,
    restore: back,
    transform: (matrix) => {
      pen.matrix = multiply(pen.matrix, matrix)
    },
    paintFormXObjectBegin: ([matrix]) => {
      keep()
      if (matrix) pen.matrix = multiply(pen.matrix, matrix)
    },
    paintFormXObjectEnd: back,
    setLineWidth: ([width]) => {
      pen.lineWidth = width
    },
    beginText: () => startLine(unchanged),
    setTextMatrix: ([matrix]) => startLine(matrix),
    moveText: ([x, y]) => nextLine(x, y),
    setLeadingMoveText: ([x, y]) => {
      pen.leading = -y
      nextLine(x, y)
    },
    nextLine: () => nextLine(0, -pen.leading),
    setFont: ([font, size]) => {
      pen.font = font
      pen.size = size
    },
    setLeading: ([leading]) => {
      pen.leading = -leading
    },
    setCharSpacing: ([spacing]) => {
      pen.charSpacing = spacing
    },
    setWordSpacing: ([spacing]) => {
      pen.wordSpacing = spacing
    },
    setHScale: ([percent]) => {
      pen.scale = percent / 100
    },
    setTextRise: ([rise]) => {
      pen.rise = rise
    },
    showText: ([glyphs]) => show(glyphs),
    showSpacedText: ([glyphs]) => show(glyphs),
    nextLineShowText: ([glyphs]) => {
      nextLine(0, -pen.leading)
      show(glyphs)
    },
    constructPath: ([paint, [path]]) => draw(nameOf(paint), path),
    paintImageXObject: image,
    paintInlineImageXObject: image,
    paintImageMaskXObject: image,
  }

  for (const { name, args } of operators) {
    if (reads[name]) reads[name](args)
    else if (!silent.has(name)) unread.add(name)
  }
  return { marks, unread: [...unread] }
}

type Glyph = { fontChar: string; unicode: string; width: number; isSpace: boolean }
const isGlyph = (glyph: unknown): glyph is Glyph =>
  typeof glyph === 'object' && glyph !== null && 'fontChar' in glyph

// What prints nothing by itself.
const silent = new Set(
  `dependency beginMarkedContent beginMarkedContentProps endMarkedContent markPoint markPointProps endText
  setTextRenderingMode setFillRGBColor setStrokeRGBColor setFillGray setStrokeGray setFillColor setStrokeColor
  setFillColorN setStrokeColorN setFillColorSpace setStrokeColorSpace setFillCMYKColor setStrokeCMYKColor
  setMiterLimit setLineCap setLineJoin setDash setFlatness setRenderingIntent setGState clip eoClip endPath`.split(
    /\s+/,
  ),
)
