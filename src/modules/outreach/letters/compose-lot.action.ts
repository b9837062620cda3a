import type { PdfPool } from '#platform/pdf/pdf-pool.ts'
import { accept } from '#values/decision.ts'
import type { ComposedLot, LotOrder } from './lot.letter.ts'
import {
  type Letter,
  type LotRefusal,
  type LotTerms,
  mostLettersInALot,
  placeAddresses,
  sortForPosting,
} from './lot.ts'

const drawLot = { module: new URL('./lot.letter.ts', import.meta.url).href, name: 'drawLot' }

type Lot = LotTerms & { readonly letters: readonly Letter[] }

/**
 * One PDF for at most 100 letters, in the order of the postcodes. Refuses the whole lot when one address does not show
 * in the window. Same lot, same date: same bytes. With `file` the PDF is written there and not given back.
 */
export async function composeLot(pool: PdfPool, { letters, ...terms }: Lot, file?: string) {
  if (letters.length === 0) return { ok: false, reason: 'no-letter' } satisfies LotRefusal
  if (letters.length > mostLettersInALot)
    return { ok: false, reason: 'too-many-letters' } satisfies LotRefusal

  const placed = placeAddresses(sortForPosting(letters), terms.envelope)
  if (!placed.ok) return placed

  const order: LotOrder = { terms, letters: placed.value, file }
  return accept(await pool.run<ComposedLot>(drawLot, order))
}

/** One letter as it will be printed, for its author to look at. */
export function previewLetter(pool: PdfPool, letter: Letter, terms: LotTerms) {
  return composeLot(pool, { ...terms, letters: [letter] })
}
