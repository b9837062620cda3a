import { loadFile } from '#platform/files/stored-files.ts'
import { NotFound } from '#platform/http/refusals.ts'
import { extractPages } from '#platform/pdf/extract-pages.ts'
import type { World } from '#platform/world.ts'
import { accept, refuse } from '#values/decision.ts'
import { insertEvents } from '../deliveries/events.queries.ts'
import type { Delivery } from '../deliveries/ledger.queries.ts'
import { findLot, lettersOf, lockLot } from './lots.queries.ts'
import { readPageRanges } from './page-ranges.ts'
import { insertReprint, type Reprint } from './reprints.queries.ts'

type Asked = { readonly id: string; readonly pages: string; readonly reason: string; readonly by: string }

/**
 * Prints again the letters whose pages were spoiled, and no other: the same pages, as an event with who and why. Only
 * between the first printing and the post: a letter lost afterwards is a new letter, of another wave.
 */
export function reprintLetters({ db, clock }: World, lotId: string, { id, pages, reason, by }: Asked) {
  const at = clock()
  return db.transaction(async (tx) => {
    const lot = await lockLot(tx, lotId)
    if (lot.state === 'posted') return refuse('already-posted')
    if (lot.state !== 'printed' && lot.state !== 'enclosed') return refuse('not-printed')

    const letters = await lettersOf(tx, lotId)
    const asked = readPageRanges(pages, Math.max(0, ...letters.map(({ lastPage }) => lastPage ?? 0)))
    if (!asked.ok) return asked
    const spoiled = letters.filter((letter) => asked.value.some((page) => pagesOf(letter).includes(page)))
    if (spoiled.some(({ state }) => state === 'excluded')) return refuse('taken-out')

    const reprint: Reprint = {
      id,
      lotId,
      pages: spoiled.flatMap(pagesOf),
      letters: spoiled.length,
      reason,
      byWhom: by,
      at,
    }
    const isNew = await insertReprint(tx, reprint)
    if (isNew)
      await insertEvents(
        tx,
        spoiled.map((letter) => eventOf(letter, reprint)),
      )
    return accept(reprint)
  })
}

/** The file of a reprint: the very pages of the lot's file, and no other. */
export async function reprintFile({ db }: World, { lotId, pages }: Reprint) {
  const { fileId } = await findLot(db, lotId)
  if (!fileId) throw new NotFound('Ce lot n’a plus de fichier.')

  return extractPages((await loadFile(db, fileId)).bytes, pages)
}

const pagesOf = ({ firstPage, lastPage }: Delivery) =>
  firstPage === null || lastPage === null
    ? []
    : Array.from({ length: lastPage - firstPage + 1 }, (_, rank) => firstPage + rank)

const eventOf = ({ id: deliveryId }: Delivery, { id, reason, byWhom, at }: Reprint) => ({
  deliveryId,
  source: 'lot',
  sourceEventId: `${deliveryId}/reprint/${id}`,
  kind: 'reprinted',
  at,
  byWhom,
  detail: { reason },
})
