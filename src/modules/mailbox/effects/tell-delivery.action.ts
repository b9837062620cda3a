import { recordEvent } from '#modules/outreach/index.ts'
import type { Origin } from '../attaching/find-clues.action.ts'
import type { Receiving } from '../receiving/receiving.ts'

/** The Message-ID of the attempt that a mail comes from: the ledger's events are tied by it. */
export const messageOf = ({ attemptId, messageId }: Origin) =>
  `${attemptId}${(messageId ?? '').replace(/^[^@]*/, '')}`

/** Writes on the delivery what a program told of it: read, answered automatically. It moves nothing. */
export async function tellDelivery({ tx, row, mail, origin }: Receiving, kind: 'read' | 'auto-replied') {
  if (!origin) return
  await recordEvent(tx, {
    source: 'mailbox',
    sourceEventId: `${row.sha256}/${kind}`,
    kind,
    messageId: messageOf(origin),
    at: row.receivedAt,
    detail: mail.subject.slice(0, 200),
  })
}
