import { findCommune } from '#modules/communes/index.ts'
import { recordFact } from '#modules/journal/index.ts'
import { type findDeliveryByReplyCode, markAnswered, opposeTownHall } from '#modules/outreach/index.ts'
import { findProgramme } from '#modules/programme/index.ts'
import type { Database } from '#platform/database/database.ts'
import { firstStanding, reachOf, sentenceOf } from './answer.ts'
import type { Wish } from './contact.ts'
import { contactPaths } from './contacts.paths.ts'
import { insertContact, standingColumns } from './contacts.queries.ts'
import { handlerOf, organisationFor } from './routing.ts'
import type { Theme } from './theme.ts'

type Delivery = NonNullable<Awaited<ReturnType<typeof findDeliveryByReplyCode>>>

/** What a town hall posted with the code of its letter. `id` is the form's own, so that posting it twice is once. */
export type LetterAnswer = {
  readonly id: string
  readonly code: string
  readonly delivery: Delivery
  readonly wish: Wish
  readonly theme: Theme | null
  readonly body: string
  readonly personName: string
  readonly phone: string | null
  readonly email: string | null
}

/** Receives the answer to a letter: contact, ledger, opposition and journal follow, or nothing does. */
export function answerLetter(db: Database, answer: LetterAnswer, at = new Date()) {
  return db.transaction(async (tx) => {
    const { delivery, code, wish, ...said } = answer
    const commune = await findCommune(tx, delivery.insee)
    const organisationId = organisationFor(handlerOf(said), await findProgramme(tx))
    const exchange = { ...said, wish, channel: 'answer' } as const
    const isNew = await insertContact(tx, {
      ...exchange,
      ...standingColumns(firstStanding(exchange, at)),
      insee: commune.insee,
      deliveryId: delivery.deliveryId,
      waveId: delivery.waveId,
      replyCode: code,
      organisationId,
      mailId: null,
      receivedAt: at,
      recordedBy: null,
    })
    if (!isNew) return

    await markAnswered(tx, { insee: commune.insee, deliveryId: delivery.deliveryId, at })
    if (wish === 'do-not-write')
      await opposeTownHall(tx, { insee: commune.insee, channel: 'all', origin: 'Code de la lettre', at })
    await recordFact(tx, {
      insee: commune.insee,
      at,
      kind: `answer-${wish}`,
      sentence: sentenceOf(exchange, commune),
      path: contactPaths.show(answer.id),
      organisationId,
      reaches: reachOf(wish),
      factKey: `contact:${answer.id}`,
    })
  })
}
