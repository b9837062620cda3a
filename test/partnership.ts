import { randomBytes } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { findDeliveryByReplyCode } from '#modules/outreach/index.ts'
import type { Database } from '#platform/database/database.ts'
import { newId } from '#platform/ids.ts'
import { newReplyCode, type ReplyCode } from '#values/reply-code.ts'
import { answerLetter } from '../src/modules/contacts/answer-letter.action.ts'
import type { Wish } from '../src/modules/contacts/contact.ts'

type Partners = { readonly operatorId: string; readonly associationId: string }

const towns = [
  { insee: '59002', name: 'Abscon', type: 1, search: 'abscon' },
  { insee: '59172', name: 'Denain', type: 0, search: 'denain' },
  { insee: '59481', name: 'Le Quesnoy', type: 2, search: 'le quesnoy' },
  { insee: '59564', name: 'La Sentinelle', type: 3, search: 'la sentinelle' },
]

/** Three towns of the Nord and the village of Abscon, where a programme of two partners begins. */
export async function foundPartnership(db: Database, { operatorId, associationId }: Partners) {
  for (const { insee, name, type, search } of towns)
    await db.execute(sql`insert into communes
      (insee, name, name_type, search_name, departement, region, source, source_date)
      values (${insee}, ${name}, ${type}, ${search}, '59', '32', 'INSEE', '2026-01-01') on conflict do nothing`)
  await db.execute(sql`insert into programmes (id, name, operator_id, association_id, founded_at, founded_by)
    values (${newId()}, 'Porte du Hainaut', ${operatorId}, ${associationId}, now(), 'Claire Delattre')`)
}

/** A letter of a launched wave, posted to a town hall: its code is what the town hall types. */
export async function postLetter(
  db: Database,
  insee: string,
): Promise<{ code: ReplyCode; deliveryId: string; waveId: string }> {
  const [code, messageId, waveId, deliveryId] = [newReplyCode(randomBytes), newId(), newId(), newId()]
  await db.execute(sql`insert into messages (id, name, subject, body, created_at, updated_at)
    values (${messageId}, 'Première lettre', 'Le libre', 'Bonjour', now(), now())`)
  await db.execute(sql`insert into waves (id, programme_id, name, message_id, channel, state, created_at, created_by,
      launched_at, launched_by, frozen_subject, frozen_body, frozen_signature, frozen_sender)
    select ${waveId}, id, 'Vague 1', ${messageId}, 'letter', 'launched', now(), 'Claire Delattre',
      now(), 'Claire Delattre', 'Le libre', 'Bonjour', '', '{}' from programmes`)
  await db.execute(sql`insert into deliveries (id, wave_id, insee, channel, state, reply_code, address, created_at)
    values (${deliveryId}, ${waveId}, ${insee}, 'letter', 'posted', ${code}, 'Mairie', now())`)
  return { code, deliveryId, waveId }
}

/** A town hall's answer by its code, without more to say: it goes to the association. Gives the contact's id. */
export async function answerAs(db: Database, code: ReplyCode, wish: Wish, at: Date) {
  const delivery = await findDeliveryByReplyCode(db, code)
  if (!delivery) throw new Error(`no delivery bears ${code}`)
  const id = newId()
  const silent = { theme: null, body: '', personName: '', phone: null, email: null }
  await answerLetter(db, { ...silent, id, code, delivery, wish }, at)
  return id
}
