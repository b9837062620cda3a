import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { compilePdf } from '#platform/pdf/compile-pdf.ts'
import { readBody, readSubject } from '../messages/message.ts'
import { frenchDate } from '../messages/message-values.ts'
import { inlineTypst, toTypst } from '../messages/typst-text.ts'
import { qrAddress, qrSvg } from './answer-qr.ts'
import type { LotTerms, PlacedLetter } from './lot.ts'

/** The pages of one letter in the file of its lot, counted from 1. */
export type LetterPages = { readonly deliveryId: string; readonly from: number; readonly to: number }

export type ComposedLot = {
  readonly sha256: string
  readonly pages: readonly LetterPages[]
  /** The file itself, unless it was written where asked. */
  readonly pdf?: Uint8Array
}

export type LotOrder = {
  readonly terms: LotTerms
  readonly letters: readonly PlacedLetter[]
  /** Where to write the file; without it the bytes are given back. */
  readonly file?: string
}

/** Draws the letters of a lot in one PDF. A task of the PDF pool. */
export function drawLot({ terms, letters, file }: LotOrder): ComposedLot {
  const { bytes, pages } = drawLetters(terms, letters)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  if (!file) return { sha256, pages, pdf: bytes }

  writeFileSync(file, bytes)
  return { sha256, pages }
}

// Nearly all letters hold on one page: they are drawn so, and drawn again with feet when they did not.
function drawLetters(terms: LotTerms, letters: readonly PlacedLetter[]) {
  const main = lotSource(terms)
  const single = compilePdf({ main, inputs: lotInputs(terms, letters, false), timestamp: terms.date })
  if (single.pageCount === letters.length)
    return {
      bytes: single.bytes,
      pages: pagesFrom(
        letters,
        letters.map((_, rank) => rank + 1),
        single.pageCount,
      ),
    }

  const footed = compilePdf(
    { main, inputs: lotInputs(terms, letters, true), timestamp: terms.date },
    { tells: true },
  )
  return { bytes: footed.bytes, pages: pagesFrom(letters, footed.told.map(Number), footed.pageCount) }
}

function pagesFrom(
  letters: readonly PlacedLetter[],
  starts: readonly number[],
  pageCount: number,
): LetterPages[] {
  return letters.map(({ deliveryId }, rank) => ({
    deliveryId,
    from: starts[rank] ?? 0,
    to: (starts[rank + 1] ?? pageCount + 1) - 1,
  }))
}

const template = readFileSync(new URL('./letter.letter.typ', import.meta.url), 'utf8')

/** The Typst source of a lot: the message as a function of each letter, then the template. */
export function lotSource({ message }: Pick<LotTerms, 'message'>) {
  const subject = inlineTypst(readSubject(message.subject))
  const body = toTypst(readBody(message.body).blocks)

  return `#let subject(v) = [${subject}]\n#let body(v) = [\n${body}\n]\n${template}`
}

/** What that source reads: all that the letters share, and the letters; `footed` when one has several pages. */
export function lotInputs(terms: LotTerms, letters: readonly PlacedLetter[], footed: boolean) {
  const { notice, sender, baseUrl, date } = terms
  const lot = {
    footed,
    title: 'Lettres aux mairies',
    sender,
    date: frenchDate(date),
    notice: inTwoColumns(notice),
    'answer-page': `${baseUrl.replace(/^https?:\/\//, '')}/r`,
    letters: letters.map(({ insee, code, values, block }) => ({
      insee,
      v: values,
      qr: qrSvg(qrAddress(baseUrl, code)),
      ...block,
    })),
  }

  return { lot: json(lot) }
}

// Two columns without cutting a paragraph: the left one takes half of the text, or a little more.
function inTwoColumns(notice: LotTerms['notice']) {
  const lengths = notice.map(({ text, title }) => title.length + text.length)
  const half = sum(lengths) / 2
  const middle = notice.findIndex((_, rank) => sum(lengths.slice(0, rank)) >= half)

  return { left: notice.slice(0, middle), right: notice.slice(middle) }
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

// The letter's face has no narrow space: the ordinary one that does not break stands for it.
const json = (lot: unknown) => JSON.stringify(lot).replaceAll('\u202f', '\u00a0')
