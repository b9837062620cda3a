import { sharedPdfPool } from '#platform/pdf/shared-pool.ts'
import type { World } from '#platform/world.ts'
import { date as day, plural } from '#ui/french.ts'
import { envelopeOfWave } from '../envelopes/envelopes.queries.ts'
import { composeLotCover } from '../letters/compose-lot-cover.action.ts'
import { findWave, frozenMessage } from '../waves/waves.queries.ts'
import { letterOf } from './compose-one-lot.action.ts'
import { type Lot, lettersOf, listLots } from './lots.queries.ts'

/** The sheet that lies on a printed lot; drawn when asked for, from what is known of the lot. */
export async function drawCover({ db }: World, lot: Lot): Promise<Uint8Array> {
  const [wave, frozen, found, lots, envelope] = await Promise.all([
    findWave(db, lot.waveId),
    frozenMessage(db, lot.waveId),
    lettersOf(db, lot.id),
    listLots(db, lot.waveId),
    envelopeOfWave(db, lot.waveId),
  ])
  const composed = found.filter(({ firstPage }) => firstPage !== null)
  return composeLotCover(sharedPdfPool(), {
    rank: lot.number,
    lotCount: lots.length,
    waveTitle: wave.name,
    senderName: frozen.sender.operator,
    envelope,
    letters: composed.map(letterOf),
    composed: {
      sha256: lot.sha256 ?? '',
      pages: composed.map(({ id, firstPage, lastPage }) => ({
        deliveryId: id,
        from: firstPage ?? 1,
        to: lastPage ?? 1,
      })),
    },
    date: lot.composedAt ?? wave.createdAt,
    done: {
      printed: said(lot.printedAt, lot.printedBy),
      enclosed: said(lot.enclosedAt, lot.enclosedBy),
      posted: said(lot.postedOn ? new Date(lot.postedOn) : null, lot.postedBy),
    },
    checked: lot.checkedAt
      ? `${plural(lot.checkedPages ?? 0, 'page lue', 'pages lues')} le ${day(lot.checkedAt)}`
      : undefined,
  })
}

const said = (at: Date | null, by: string | null) => (at ? `le ${day(at)} par ${by ?? ''}` : undefined)
