import { recordFacts } from '#modules/journal/index.ts'
import type { Database } from '#platform/database/database.ts'
import { type ReceivedFile, storeFile } from '#platform/files/stored-files.ts'
import type { World } from '#platform/world.ts'
import { refuse } from '#values/decision.ts'
import { deliveryPaths } from '../deliveries/deliveries.paths.ts'
import { subjectFor } from '../deliveries/email.ts'
import { insertEvents } from '../deliveries/events.queries.ts'
import { type Delivery, moveDeliveries } from '../deliveries/ledger.queries.ts'
import { townHallOf } from '../deliveries/town-hall-of.ts'
import { excludeOpposed } from '../oppositions/oppositions.queries.ts'
import { frozenMessage } from '../waves/waves.queries.ts'
import { type LotStep, lettersToTakeOut, lotSteps, takeStep } from './lot.ts'
import { lettersOf, lockLot, updateLot } from './lots.queries.ts'

/** `takenOut`: the person says that the letters stopped since are out of the pile. */
export type Posting = {
  readonly on: string
  readonly proof: string
  readonly takenOut?: boolean
  /** A piece that proves it, such as the scan of the deposit slip. */
  readonly file?: ReceivedFile
}
type Mark = { readonly step: LotStep; readonly by: string; readonly posting?: Posting }

/**
 * Says that a lot was printed, enclosed or posted, by whom; its letters follow, and posting writes the journal of each
 * commune. Each step is said once; a letter opposed meanwhile leaves the lot first. Refuses a posting dated of tomorrow,
 * and one whose stopped letters nobody says are out of the pile: a refusal is never posted unnoticed.
 */
export function markLot({ db, clock }: World, lotId: string, { step, by, posting }: Mark) {
  const now = clock()
  return db.transaction(async (tx) => {
    const lot = await lockLot(tx, lotId)
    const decision = takeStep(lot.state, step)
    if (!decision.ok) return decision
    if (step === 'posted' && (!posting || posting.on > parisDay(now))) return refuse('posting-date')

    await excludeOpposed(tx, now)
    const letters = await lettersOf(tx, lotId)
    if (step === 'posted' && !posting?.takenOut && lettersToTakeOut(letters).length > 0)
      return refuse('letters-to-take-out')

    const postingFileId = posting?.file && (await storeFile(tx, posting.file, now))
    await updateLot(tx, lotId, { ...changesOf({ step, by, posting }, now), postingFileId })
    const ids = letters.map(({ id }) => id)
    const { from, to } = lotSteps[step]
    const at = posting ? postedAt(posting.on, now) : now
    const moved = await moveDeliveries(tx, ids, [from], {
      state: to,
      ...(step === 'posted' ? { settledAt: at } : {}),
    })
    await insertEvents(
      tx,
      moved.map(({ id }) => eventOf(id, step, by, now, posting)),
    )
    if (step === 'posted') await tellPosted(tx, moved, { waveId: lot.waveId, at, by })
    return decision
  })
}

function changesOf({ step, by, posting }: Mark, now: Date) {
  if (step === 'printed') return { state: step, printedAt: now, printedBy: by }
  if (step === 'enclosed') return { state: step, enclosedAt: now, enclosedBy: by }
  return { state: step, postedOn: posting?.on, postedBy: by, postingProof: posting?.proof ?? '' }
}

const eventOf = (deliveryId: string, step: LotStep, byWhom: string, at: Date, posting?: Posting) => ({
  deliveryId,
  source: 'lot',
  sourceEventId: `${deliveryId}/${step}`,
  kind: step,
  at,
  byWhom,
  detail: posting ? { reason: posting.proof } : {},
})

async function tellPosted(
  db: Database,
  posted: readonly Delivery[],
  { waveId, at, by }: { waveId: string; at: Date; by: string },
) {
  const frozen = await frozenMessage(db, waveId)
  await recordFacts(
    db,
    posted.map(({ id, insee, messageValues }) => ({
      insee: townHallOf({ id, insee }),
      at,
      kind: 'letter-posted',
      sentence:
        `Lettre « ${subjectFor(frozen, messageValues)} » postée à la mairie ${messageValues?.de_commune ?? ''}`.trim(),
      path: deliveryPaths.show(id),
      actor: by,
      reaches: 'written' as const,
      factKey: `delivery/${id}/posted`,
    })),
  )
}

// Noon of the day it was posted, but never later than now.
const postedAt = (day: string, now: Date) => new Date(Math.min(Date.parse(`${day}T11:00:00Z`), now.getTime()))

const dayFormat = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' })
const parisDay = (at: Date) => dayFormat.format(at)
