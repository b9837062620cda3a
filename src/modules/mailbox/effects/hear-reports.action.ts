import { hearPolicyRefusal, openAddressSearch, recordEvent } from '#modules/outreach/index.ts'
import type { RecipientReport, ReportedAction } from '../classification/delivery-report.ts'
import { isGivenUp } from '../classification/given-up.ts'
import { insertReports, softRefusals } from '../received-mails.queries.ts'
import type { Receiving } from '../receiving/receiving.ts'
import { messageOf } from './tell-delivery.action.ts'

/** Writes what a report says of each recipient: on the delivery, on the address when it is dead, on the lane when it is us. */
export async function hearReports(receiving: Receiving) {
  const { tx, row, found, origin } = receiving
  await insertReports(
    tx,
    found.reports.map(({ recipient, action, status, diagnostic, effect }, number) => ({
      mailId: row.id,
      number,
      recipient: recipient || (origin?.address ?? '').toLowerCase(),
      action,
      status,
      diagnostic,
      onRecipient: effect.onRecipient,
      onUs: effect.onUs,
      deliveryId: origin?.deliveryId ?? null,
      waveId: origin?.waveId ?? null,
      at: row.receivedAt,
    })),
  )
  for (const [number, report] of found.reports.entries()) await hearReport(receiving, report, number)
}

const kinds: Record<ReportedAction, 'bounced' | 'delayed' | 'accepted'> = {
  failed: 'bounced',
  delayed: 'delayed',
  delivered: 'accepted',
  relayed: 'accepted',
  expanded: 'accepted',
}

async function hearReport(receiving: Receiving, report: RecipientReport, number: number) {
  const { tx, row, origin } = receiving
  const { action, effect, status, diagnostic } = report
  const messageId = origin ? messageOf(origin) : waitingMessage(receiving)
  if (!messageId) return

  const isPolicy = action === 'failed' && effect.onUs === 'alert'
  await recordEvent(tx, {
    source: 'mailbox',
    sourceEventId: `${row.sha256}/${number}`,
    kind: kinds[action],
    messageId,
    at: row.receivedAt,
    detail: [status, diagnostic].filter(Boolean).join(' '),
    verdict: isPolicy ? 'policy' : undefined,
  })
  if (!origin || action !== 'failed') return

  if (isPolicy) {
    const { deliveryId, lane } = origin
    await hearPolicyRefusal(tx, { lane, deliveryId, evidence: diagnostic || status, at: row.receivedAt })
  }
  await giveUpAddress(receiving, report)
}

/** L9: a report on a message that the ledger does not know yet waits for it under its Message-ID. */
const waitingMessage = ({ mail }: Receiving) =>
  mail.reportParts.flatMap(({ text }) => /^message-id:\s*<([^<>\s]+)>/im.exec(text)?.[1] ?? [])[0]

/** A dead address is not a lost town hall: it opens the search of another, and paper stays. */
async function giveUpAddress({ tx, row, origin, found }: Receiving, { recipient, effect }: RecipientReport) {
  // Of a company's address the ledger says enough: the next wave leaves it out.
  if (!origin?.address || !origin.insee) return
  const address = (recipient || origin.address).toLowerCase()
  // One of the many behind an alias may be gone: the address that we wrote to is still good.
  if (address !== origin.address.toLowerCase() && found.reports.length > 1) return

  const soft =
    effect.onRecipient === 'soft' || effect.onRecipient === 'soft-by-wave'
      ? await softRefusals(tx, address, effect.onRecipient)
      : undefined
  if (!isGivenUp(effect.onRecipient, soft)) return

  await openAddressSearch(tx, {
    insee: origin.insee,
    channel: 'email',
    address: origin.address,
    deliveryId: origin.deliveryId,
    reason: soft ? `${effect.meaning}, ${soft.count} fois` : effect.meaning,
    at: row.receivedAt,
  })
}
