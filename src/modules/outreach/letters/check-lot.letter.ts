import { readFileSync } from 'node:fs'
import { readPages } from '#platform/pdf/read-pages.ts'
import type { EnvelopeProfile } from '../envelopes/envelope.ts'
import { checkPage, type ExpectedPage } from './check-page.ts'
import type { PageFault, Side } from './page-fault.ts'

export type CheckOrder = {
  /** The produced file, or where it is. */
  readonly pdf: Uint8Array | string
  readonly expected: readonly ExpectedPage[]
  readonly envelope: EnvelopeProfile
}

/** What the check of a lot found: pages read, faults, and the narrowest margins, in millimetres. */
export type LotCheck = {
  readonly pageCount: number
  readonly expectedCount: number
  readonly faults: readonly PageFault[]
  /** On each side, the narrowest margin between an address and the edge of what always shows. */
  readonly addressMargins: Readonly<Record<Side, number>>
  readonly othersMargin: number
}

/** Checks each page of the produced file against what it must show. A task of the PDF pool. */
export async function checkLotPages({ pdf, expected, envelope }: CheckOrder): Promise<LotCheck> {
  const pages = await readPages(typeof pdf === 'string' ? readFileSync(pdf) : pdf)
  const checked = expected.flatMap((asked) => {
    const page = pages[asked.number - 1]
    return page ? [{ asked, ...checkPage(page, asked, envelope) }] : []
  })

  return {
    pageCount: pages.length,
    expectedCount: expected.length,
    faults: checked.flatMap(({ asked: { number, commune }, faults }) =>
      faults.map((fault) => ({ ...fault, page: number, commune })),
    ),
    addressMargins: narrowest(checked.flatMap(({ margins }) => margins.address ?? [])),
    othersMargin: Math.min(...checked.flatMap(({ margins }) => margins.others ?? [])),
  }
}

function narrowest(margins: readonly Readonly<Record<Side, number>>[]) {
  const least = (side: Side) => Math.min(...margins.map((margin) => margin[side]))

  return { left: least('left'), right: least('right'), top: least('top'), bottom: least('bottom') }
}
