import { newId } from '#platform/ids.ts'
import type { World } from '#platform/world.ts'
import { isoDate } from '#ui/french.ts'
import { insertEnvelope } from './envelopes/envelopes.queries.ts'
import { lettersOf, listLots } from './lots/lots.queries.ts'
import { markLot } from './lots/mark-lot.action.ts'
import { reprintLetters } from './lots/reprint-letters.action.ts'
import { insertPrice } from './postage/postage.queries.ts'
import { recordReturn } from './returns/record-return.action.ts'
import type { ReturnReason } from './returns/return-reason.ts'

const coordinator = 'Claire Exemple'

/** An envelope measured with a ruler and a tariff, both invented; gives the envelope that the letters go in. */
export async function demonstratePaperMeans({ db, clock }: World) {
  const now = clock()
  const today = isoDate(now)
  const envelopeId = newId()
  await insertEnvelope(db, {
    id: envelopeId,
    name: 'DL du CDG d’exemple, fenêtre 100 × 45',
    width: 220,
    height: 110,
    windowWidth: 100,
    windowHeight: 44.5,
    fromRight: 19.5,
    fromBottom: 20.5,
    foldedHeight: 99,
    measuredBy: coordinator,
    measuredOn: today,
    createdAt: now,
  })
  await insertPrice(db, {
    id: newId(),
    kind: 'stamp',
    product: 'Lettre verte',
    upToGrams: 20,
    cents: 199,
    validFrom: today,
    source: 'Tarif inventé pour la démonstration',
    isDoubtful: true,
    recordedBy: coordinator,
    recordedAt: now,
  })
  return envelopeId
}

/** A lot on its way to the post, a spoiled page printed again on the way. */
export async function demonstratePosting(world: World, lotId: string) {
  const by = coordinator
  await markLot(world, lotId, { step: 'printed', by })
  await reprintLetters(world, lotId, { id: newId(), pages: '2', reason: 'Bourrage (démonstration)', by })
  await markLot(world, lotId, { step: 'enclosed', by })
  const posting = { on: isoDate(world.clock()), proof: 'Bordereau de démonstration' }
  await markLot(world, lotId, { step: 'posted', by, posting })
}

const reasons: readonly ReturnReason[] = ['unknown-recipient', 'letter-refused']

/** The last letters of a wave come back. */
export async function demonstrateReturns(world: World, waveId: string) {
  const lots = await listLots(world.db, waveId)
  const letters = (await Promise.all(lots.map(({ id }) => lettersOf(world.db, id)))).flat()
  const posted = letters.filter(({ state }) => state === 'posted').slice(-reasons.length)
  for (const [rank, { id }] of posted.entries()) {
    const reason = reasons[rank] ?? 'unclaimed'
    await recordReturn(world, id, { reason, by: coordinator, returnId: newId() })
  }
}
