import { sql } from 'drizzle-orm'
import { deliveryToken, subAddress } from '#modules/outreach/index.ts'
import type { Database } from '#platform/database/database.ts'
import { newId } from '#platform/ids.ts'
import type { World } from '#platform/world.ts'
import { receiveMail } from '../src/modules/mailbox/receiving/receive-mail.action.ts'
import { withSpooled } from '../src/modules/mailbox/receiving/spool.action.ts'

/** An e-mail of a launched wave, accepted by its receiver: what comes back to it names it by one of its marks. */
export async function sentEmail({ db, config }: World, insee: string, address: string, waveName = 'Vague 1') {
  const [messageId, waveId, deliveryId, attempt] = [newId(), newId(), newId(), newId()]
  const sentAs = `${attempt}@cdg.example`
  await db.execute(sql`insert into messages (id, name, subject, body, created_at, updated_at)
    values (${messageId}, ${waveName}, 'Le libre', 'Bonjour', now(), now())`)
  await db.execute(sql`insert into waves (id, programme_id, name, message_id, channel, state, created_at, created_by,
      launched_at, launched_by, frozen_subject, frozen_body, frozen_signature, frozen_sender)
    select ${waveId}, id, ${waveName}, ${messageId}, 'email', 'launched', now(), 'Claire Delattre',
      now(), 'Claire Delattre', 'Le libre', 'Bonjour', '', '{}' from programmes`)
  await db.execute(sql`insert into deliveries (id, wave_id, insee, channel, state, address, message_id, created_at)
    values (${deliveryId}, ${waveId}, ${insee}, 'email', 'accepted', ${address}, ${sentAs}, now())`)
  const token = deliveryToken(config.secret, sentAs)
  return {
    deliveryId,
    waveId,
    messageId: sentAs,
    token,
    returnTo: subAddress('retours@cdg.example', 'b', token),
    replyTo: subAddress('retours@cdg.example', 'r', token),
  }
}

/** Receives a message written line by line, as the mailbox would; gives its identifier, or nothing when it was known. */
export const receive = (world: World, ...lines: readonly string[]) =>
  withSpooled([new TextEncoder().encode(lines.join('\r\n'))], (spooled) =>
    receiveMail(world, spooled, { origin: 'imap' }),
  )

/** A delivery report on one recipient, as a relay writes it. */
export const bounceLines = (to: string, recipient: string, status: string, said = '') => [
  'Return-Path: <>',
  'From: MAILER-DAEMON@relais.example',
  `To: ${to}`,
  'Subject: Undelivered Mail Returned to Sender',
  `Date: ${said || 'Tue, 10 Nov 2026 09:15:02 +0100'}`,
  'Content-Type: multipart/report; report-type=delivery-status; boundary=x',
  '',
  '--x',
  'Content-Type: message/delivery-status',
  '',
  'Reporting-MTA: dns; relais.example',
  '',
  `Final-Recipient: rfc822; ${recipient}`,
  'Action: failed',
  `Status: ${status}`,
  '',
  '--x--',
]

/** The state of a delivery, and what happened to it. */
export async function standingOf(db: Database, deliveryId: string) {
  const [row] = await db.execute<{ state: string; kinds: string[] }>(sql`
    select state, array(select kind from delivery_events e where e.delivery_id = d.id order by at, id) as kinds
    from deliveries d where id = ${deliveryId}`)
  return row
}
