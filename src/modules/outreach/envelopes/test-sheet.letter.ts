import { readFileSync } from 'node:fs'
import { compilePdf } from '#platform/pdf/compile-pdf.ts'
import { type Area, type EnvelopeProfile, safeArea, sweptArea } from './envelope.ts'

const template = readFileSync(new URL('./test-sheet.letter.typ', import.meta.url), 'utf8')

/** The sheet to slide in a real envelope: both areas at their true size, and a ruler to catch a printer that shrinks. */
export function drawTestSheet({ envelope, date }: { envelope: EnvelopeProfile; date: Date }): Uint8Array {
  const sheet = {
    name: envelope.name,
    envelope: `${mm(envelope.width)} × ${mm(envelope.height)} mm`,
    folds: foldsOf(envelope.foldedHeight),
    safe: inMillimetres(safeArea(envelope)),
    swept: inMillimetres(sweptArea(envelope)),
  }
  const inputs = { sheet: JSON.stringify(sheet).replaceAll('\u202f', '\u00a0') }

  return compilePdf({ main: template, inputs, timestamp: date }).bytes
}

/** Where the sheet is folded, from its top: not at all when it goes in flat. */
const foldsOf = (foldedHeight: number) =>
  Array.from({ length: Math.ceil(297 / foldedHeight) - 1 }, (_, rank) => foldedHeight * (rank + 1))

const inMillimetres = ({ x, y, width, height }: Area) => ({
  x,
  y,
  width,
  height,
  said: `${mm(x)} à ${mm(x + width)} mm du bord gauche, ${mm(y)} à ${mm(y + height)} mm du haut`,
})

const mm = (length: number) => length.toLocaleString('fr-FR', { maximumFractionDigits: 1 })
