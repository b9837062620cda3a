import { around, type Box, boxOfPoints } from '#values/box.ts'

/**
 * The boxes of a path's parts, each begun by a move. A path is a row of numbers: 0 moves, 1 draws a line, 2 a cubic,
 * 3 a quadratic, 4 closes, each followed by its points. Control points count: the curve lies within them.
 */
export function partsOf(path: ArrayLike<number>): Box[] {
  const parts: number[][] = []
  for (let at = 0; at < path.length; ) {
    const code = path[at] ?? 4
    const length = numbersAfter[code] ?? 0
    if (code === 0) parts.push([])
    for (let rank = 1; rank <= length; rank++) parts.at(-1)?.push(path[at + rank] ?? 0)
    at += length + 1
  }

  return parts.filter(({ length }) => length > 2).map(boxOfPoints)
}

const numbersAfter = [2, 2, 6, 4, 0]

/** The font's outlines as pdf.js keeps them, by page or by document. */
export type Outlines = { has(id: string): boolean; get(id: string): unknown }

type GlyphBox = Box | 'unknown' | undefined

/**
 * Gives the box of a glyph's ink in ems, by font and glyph; nothing for a glyph that prints nothing, `unknown` without an
 * outline. Each is measured once for the whole document.
 */
export function glyphBoxes() {
  const measured = new Map<string, GlyphBox>()

  return (outlines: Outlines, font: string, glyph: string): GlyphBox => {
    const id = `${font}_path_${glyph}`
    if (!measured.has(id)) measured.set(id, measure(outlines, id))
    return measured.get(id)
  }
}

function measure(outlines: Outlines, id: string): GlyphBox {
  const outline = outlines.has(id) ? outlines.get(id) : undefined
  if (!outline || typeof outline !== 'object' || !('path' in outline)) return 'unknown'

  const parts = partsOf(outline.path as ArrayLike<number>)
  return parts.length > 0 ? around(parts) : undefined
}
