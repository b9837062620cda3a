import { storeFile } from '#platform/files/stored-files.ts'
import { sharedPdfPool } from '#platform/pdf/shared-pool.ts'
import type { World } from '#platform/world.ts'
import type { FrozenMessage } from '../deliveries/email.ts'
import type { Delivery } from '../deliveries/ledger.queries.ts'
import { townHallOf } from '../deliveries/town-hall-of.ts'
import type { EnvelopeProfile } from '../envelopes/envelope.ts'
import { envelopeOfWave } from '../envelopes/envelopes.queries.ts'
import { checkLot, explainCheck, hasPassed } from '../letters/check-lot.action.ts'
import { composeLot } from '../letters/compose-lot.action.ts'
import { explainLotRefusal, type Letter, type LotTerms } from '../letters/lot.ts'
import { legalNotice } from '../messages/legal-notice.ts'
import { findWave, frozenMessage } from '../waves/waves.queries.ts'
import { letterheadOf } from './letterhead.ts'
import { findLot, lettersOf, lockLot, setPages, updateLot } from './lots.queries.ts'

/**
 * Composes the PDF of a lot, reads it again page by page, and says on which pages each letter is. An address that does
 * not fit the window, or a page that fails its check, blocks the lot, which names the commune. Composing it again gives
 * the same bytes; a lot already printed is left alone.
 */
export async function composeOneLot(world: World, lotId: string) {
  const { db, clock } = world
  const lot = await findLot(db, lotId)
  if (!composable.has(lot.state)) return

  const wave = await findWave(db, lot.waveId)
  const found = await lettersOf(db, lotId)
  const letters = found.filter(({ state }) => state === 'planned' || state === 'composed')
  const terms = termsOf(await frozenMessage(db, wave.id), letters, {
    date: wave.launchedAt ?? wave.createdAt,
    envelope: await envelopeOfWave(db, wave.id),
  })
  // Composed and checked outside the transaction: nothing waits for a PDF while holding a row.
  const produced = await composeChecked(terms, letters.map(letterOf))

  await db.transaction(async (tx) => {
    const { state } = await lockLot(tx, lotId)
    if (!composable.has(state)) return
    if (!produced.ok) {
      await updateLot(tx, lotId, { state: 'blocked', problem: produced.problem, checkedAt: null })
      return
    }

    const { pdf, sha256, pages, check } = produced
    const name = `${fileName(wave.name)}-lot-${lot.number}.pdf`
    const fileId = await storeFile(tx, { name, mediaType: 'application/pdf', bytes: pdf }, clock())
    await setPages(
      tx,
      pages.map(({ deliveryId, from, to }) => ({ id: deliveryId, first: from, last: to })),
    )
    await updateLot(tx, lotId, {
      state: 'composed',
      problem: null,
      letters: letters.length,
      fileId,
      sha256,
      composedAt: clock(),
      checkedAt: clock(),
      checkedPages: check.pageCount,
      checkMargins: { address: Math.min(...Object.values(check.addressMargins)), others: check.othersMargin },
    })
  })
}

async function composeChecked(terms: LotTerms, letters: readonly Letter[]) {
  const composed = await composeLot(sharedPdfPool(), { ...terms, letters })
  if (!composed.ok) return { ok: false, problem: explainLotRefusal(composed) } as const

  const { pdf = new Uint8Array(), sha256, pages } = composed.value
  const check = await checkLot(sharedPdfPool(), { terms, letters, pages, pdf })
  if (!hasPassed(check)) return { ok: false, problem: explainCheck(check) } as const

  return { ok: true, pdf, sha256, pages, check } as const
}

const composable = new Set(['planned', 'blocked', 'composed'])

/** What the letters of a lot share; dated of the launch, so that composing again changes nothing. */
export function termsOf(
  frozen: FrozenMessage,
  letters: readonly Pick<Delivery, 'addressSource'>[],
  { date, envelope }: { readonly date: Date; readonly envelope: EnvelopeProfile },
): LotTerms {
  const { subject, body, signature, sender } = frozen
  const sources = [...new Set(letters.map(({ addressSource }) => addressSource ?? ''))].sort()
  return {
    message: { subject, body },
    notice: legalNotice({ ...sender, source: sources.join(', '), answerUrl: `${sender.baseUrl}/r` }),
    sender: letterheadOf(sender, signature),
    envelope,
    baseUrl: sender.baseUrl,
    date,
  }
}

/** A letter of the ledger as it is composed; throws when the ledger lacks what it needs, which is a bug. */
export function letterOf(delivery: Delivery): Letter {
  const { id, postalAddress, replyCode, messageValues } = delivery
  if (!postalAddress || !replyCode || !messageValues) throw new Error(`delivery ${id} is not a letter`)

  return {
    deliveryId: id,
    insee: townHallOf(delivery),
    commune: messageValues.commune,
    address: postalAddress,
    code: replyCode,
    values: messageValues,
  }
}

const fileName = (name: string) =>
  name
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase() || 'vague'
