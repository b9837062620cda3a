import type { PdfPool } from '#platform/pdf/pdf-pool.ts'
import { qrAddress, qrModules } from './answer-qr.ts'
import type { CheckOrder, LotCheck } from './check-lot.letter.ts'
import type { ExpectedPage } from './check-page.ts'
import type { ComposedLot } from './lot.letter.ts'
import { type Letter, type LotTerms, placeAddresses } from './lot.ts'
import { explainFault } from './page-fault.ts'

const checkLotPages = {
  module: new URL('./check-lot.letter.ts', import.meta.url).href,
  name: 'checkLotPages',
}

type Produced = {
  readonly terms: Pick<LotTerms, 'envelope' | 'baseUrl'>
  readonly letters: readonly Letter[]
  readonly pages: ComposedLot['pages']
  readonly pdf: Uint8Array | string
}

/**
 * Reads the produced file of a lot again, page by page, by the boxes of its glyphs: a lot is printed only when every page
 * passed. `pdf` is the file or where it is.
 */
export function checkLot(pool: PdfPool, { terms, letters, pages, pdf }: Produced) {
  const order: CheckOrder = {
    pdf,
    expected: expectedPages(letters, pages, terms),
    envelope: terms.envelope,
  }
  return pool.run<LotCheck>(checkLotPages, order)
}

/** Whether the check of a lot lets it be printed: every page that must be there was read, and none has a fault. */
export const hasPassed = ({ faults, pageCount, expectedCount }: LotCheck) =>
  faults.length === 0 && pageCount === expectedCount && pageCount > 0

const shownFaults = 5

/** Why a lot may not be printed: the first faults, each with its page and its commune, and how many others. */
export function explainCheck({ faults, pageCount, expectedCount }: LotCheck) {
  if (pageCount !== expectedCount)
    return `Le fichier compte ${pageCount} pages au lieu de ${expectedCount} : composez de nouveau le lot.`

  const rest = faults.length - shownFaults
  const sentences = faults.slice(0, shownFaults).map(explainFault)
  return [...sentences, ...(rest > 0 ? [`Et ${rest} autres défauts.`] : [])].join(' ')
}

function expectedPages(
  letters: readonly Letter[],
  pages: ComposedLot['pages'],
  { envelope, baseUrl }: Produced['terms'],
): ExpectedPage[] {
  const placed = placeAddresses(letters, envelope)
  const byDelivery = new Map(placed.ok ? placed.value.map((letter) => [letter.deliveryId, letter]) : [])

  return pages.flatMap(({ deliveryId, from, to }) => {
    const letter = byDelivery.get(deliveryId)
    if (!letter) return []

    const { commune, insee, code, values, block } = letter
    const of = to - from + 1
    return Array.from({ length: of }, (_, rank) => ({
      number: from + rank,
      commune,
      insee,
      rank: rank + 1,
      of,
      lines: rank === 0 ? block.lines : undefined,
      answer: rank === of - 1 ? { code: values.code, qr: qrModules(qrAddress(baseUrl, code)) } : undefined,
    }))
  })
}
