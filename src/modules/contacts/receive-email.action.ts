import { findCommune } from '#modules/communes/index.ts'
import { recordFact } from '#modules/journal/index.ts'
import { markAnswered } from '#modules/outreach/index.ts'
import { findProgramme } from '#modules/programme/index.ts'
import type { Database } from '#platform/database/database.ts'
import { reachOf, sentenceOf } from './answer.ts'
import { contactPaths } from './contacts.paths.ts'
import { insertContact, standingColumns } from './contacts.queries.ts'
import { handlerOf, organisationFor } from './routing.ts'

/** What a person wrote by e-mail, tied to a commune. `mailId` names the whole message, kept by the mailbox. */
export type ReceivedEmail = {
  readonly id: string
  readonly mailId: string
  readonly insee: string
  readonly delivery?: { readonly deliveryId: string; readonly waveId: string }
  /** Their own words, without the message they quote. */
  readonly body: string
  readonly personName: string
  readonly email: string
  readonly receivedAt: Date
  /** Who tied it to the commune, when a person did. */
  readonly by?: string
}

/**
 * Puts an e-mail in the inbox of the organisation that its words concern, and stops everything else that was about to be
 * sent to this town hall, on any channel. Runs in the caller's transaction; the same e-mail twice is one contact.
 */
export async function receiveEmail(db: Database, { delivery, by, ...said }: ReceivedEmail) {
  const exchange = { channel: 'email', wish: null, theme: null, body: said.body } as const
  const commune = await findCommune(db, said.insee)
  const organisationId = organisationFor(handlerOf(exchange), await findProgramme(db))
  const isNew = await insertContact(db, {
    ...said,
    ...exchange,
    ...standingColumns({ state: 'new' }),
    phone: null,
    deliveryId: delivery?.deliveryId ?? null,
    waveId: delivery?.waveId ?? null,
    replyCode: null,
    organisationId,
    recordedBy: by ?? null,
  })
  if (!isNew) return { organisationId }

  await markAnswered(db, { insee: said.insee, at: said.receivedAt, deliveryId: delivery?.deliveryId })
  await recordFact(db, {
    insee: said.insee,
    at: said.receivedAt,
    kind: 'email-received',
    sentence: sentenceOf(exchange, commune),
    path: contactPaths.show(said.id),
    actor: by,
    organisationId,
    reaches: reachOf(null),
    factKey: `contact:${said.id}`,
  })
  return { organisationId }
}
