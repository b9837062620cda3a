import { readFileSync } from 'node:fs'
import { compilePdf } from '#platform/pdf/compile-pdf.ts'
import type { PaperBinder } from './binder.ts'

const template = readFileSync(new URL('./sheets.letter.typ', import.meta.url), 'utf8')

export type DrawnSheets = {
  readonly bytes: Uint8Array
  readonly pageCount: number
  readonly startsOf: SheetStarts
}
/** The page on which each sheet begins, by slug. */
export type SheetStarts = Readonly<Record<string, number>>

/** Draws sheets, bound or loose, as PDF/UA-1 on A4. A task of the PDF pool. */
export function drawSheets({ binder, at }: { binder: PaperBinder; at: Date }): DrawnSheets {
  const inputs = { binder: JSON.stringify(binder).replaceAll('\u202f', '\u00a0') }
  const { bytes, pageCount, told } = compilePdf({ main: template, inputs, timestamp: at }, { tells: true })
  const starts = told as readonly { readonly slug: string; readonly page: number }[]

  return { bytes, pageCount, startsOf: Object.fromEntries(starts.map(({ slug, page }) => [slug, page])) }
}
