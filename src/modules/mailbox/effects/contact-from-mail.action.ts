import { receiveEmail } from '#modules/contacts/index.ts'
import { findSentEmail } from '#modules/outreach/index.ts'
import type { Database } from '#platform/database/database.ts'
import { newId } from '#platform/ids.ts'
import type { ReceivedMail } from '../received-mails.queries.ts'

/** Makes a contact of a person's mail, tied to a commune; `by` is who tied it, when a person did. Gives its identifier. */
export async function contactFromMail(db: Database, mail: ReceivedMail, insee: string, by?: string) {
  const sent = mail.deliveryId ? await findSentEmail(db, mail.deliveryId) : undefined
  const delivery = sent?.insee === insee ? { deliveryId: sent.deliveryId, waveId: sent.waveId } : undefined
  const id = newId()
  await receiveEmail(db, {
    id,
    mailId: mail.id,
    insee,
    delivery,
    body: wordsOf(mail),
    personName: mail.fromName,
    email: mail.fromAddress,
    receivedAt: mail.receivedAt,
    by,
  })
  return id
}

/** What the person wrote; an empty answer is told by its subject. The whole message is one click away. */
const wordsOf = ({ replyBody, textBody, subject }: ReceivedMail) =>
  (replyBody.trim() || textBody.trim() || `(Sans texte : ${subject || 'sans objet'})`).slice(0, 8000)
