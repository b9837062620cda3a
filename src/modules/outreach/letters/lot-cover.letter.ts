import { readFileSync } from 'node:fs'
import { compilePdf } from '#platform/pdf/compile-pdf.ts'

/** What the sheet on top of a lot says. */
export type LotCover = {
  /** « Lot 3 sur 7 ». */
  readonly title: string
  readonly wave: string
  readonly sender: string
  readonly facts: readonly { readonly name: string; readonly value: string }[]
  /** Imprimé, mis sous pli, posté: when and by whom, or a blank to fill by hand. */
  readonly steps: readonly { readonly name: string; readonly done?: string }[]
  readonly sha256: string
  readonly date: Date
}

const template = readFileSync(new URL('./lot-cover.letter.typ', import.meta.url), 'utf8')

/** Draws the cover sheet of a lot. A task of the PDF pool. */
export function drawLotCover(cover: LotCover): Uint8Array {
  const inputs = { cover: JSON.stringify(cover).replaceAll('\u202f', '\u00a0') }

  return compilePdf({ main: template, inputs, timestamp: cover.date }).bytes
}
