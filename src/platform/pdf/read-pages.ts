import { type Mark, marksOf } from './page-marks.ts'
import { glyphBoxes } from './page-outlines.ts'

/** One page as it will be printed, in millimetres. `unread` names what it draws in a way that is not known here. */
export type ReadPage = {
  readonly width: number
  readonly height: number
  readonly marks: readonly Mark[]
  readonly unread: readonly string[]
}

const point = 25.4 / 72

/**
 * Reads each page of a PDF by the outlines of its glyphs and the extents of its drawings. Some ten milliseconds of
 * processor a page: call it from a task of the pool.
 */
export async function readPages(bytes: Uint8Array): Promise<ReadPage[]> {
  const { getDocument, OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const names = new Map(Object.entries(OPS).map(([name, code]) => [code, name]))
  const boxOf = glyphBoxes()
  // A copy, for the reader keeps what it is given; outlines come only when no font face is made of them.
  const loading = getDocument({ data: Uint8Array.from(bytes), disableFontFace: true, verbosity: 0 })
  try {
    const document = await loading.promise
    const pages: ReadPage[] = []
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const { fnArray, argsArray } = await page.getOperatorList()
      const operators = fnArray.map((code, rank) => ({ name: nameOf(code), args: argsArray[rank] }))
      const [left = 0, bottom = 0, right = 0, top = 0] = page.view
      const read = marksOf(operators, {
        onSheet: [point, 0, 0, -point, -left * point, top * point],
        boxOfGlyph: (font, glyph) => boxOf(page.commonObjs, font, glyph),
        nameOf,
      })
      const unread = page.rotate === 0 ? read.unread : [...read.unread, 'une page tournée']
      pages.push({ width: (right - left) * point, height: (top - bottom) * point, marks: read.marks, unread })
      page.cleanup()
    }
    return pages
  } finally {
    await loading.destroy()
  }

  function nameOf(code: number) {
    return names.get(code) ?? `opérateur ${code}`
  }
}
