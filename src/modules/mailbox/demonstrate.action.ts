import { deliveryToken, openEmailsTo, subAddress } from '#modules/outreach/index.ts'
import { listOutbox, type OutboxMessage } from '#platform/mail/outbox.ts'
import type { World } from '#platform/world.ts'
import { demonstratedMails, type Occasion } from './demonstrated-mails.ts'
import { receiveMail } from './receiving/receive-mail.action.ts'
import { withSpooled } from './receiving/spool.action.ts'

/** What came back to the demonstration's wave of e-mails: one message of each sort, some of them waiting for the visitor. */
export async function demonstrateMailbox(world: World) {
  const { messages } = await listOutbox(world.db, { search: '', page: 1 })
  const open = await stillOpen(world, messages)
  const mails = demonstratedMails(open.map((message) => occasionOf(world, message)))
  for (const [rank, lines] of mails.entries()) {
    const receivedAt = new Date(world.clock().getTime() - (mails.length - rank) * 9 * 3_600_000)
    const dated = [`Date: ${receivedAt.toUTCString()}`, ...lines].join('\r\n')
    await withSpooled([new TextEncoder().encode(dated)], (spooled) =>
      receiveMail(world, spooled, { origin: 'deposit', receivedAt }),
    )
  }
}

async function stillOpen({ db }: World, messages: readonly OutboxMessage[]) {
  const kept = await Promise.all(
    messages.map(async (message) =>
      (await openEmailsTo(db, message.envelopeTo)).length > 0 ? [message] : [],
    ),
  )
  return kept.flat().sort((one, other) => one.envelopeTo.localeCompare(other.envelopeTo))
}

function occasionOf({ config }: World, { messageId, envelopeTo, subject }: OutboxMessage): Occasion {
  const token = deliveryToken(config.secret, messageId)
  return {
    messageId,
    subject,
    townHall: envelopeTo,
    returnTo: subAddress(config.mailReturns, 'b', token),
    replyTo: subAddress(config.mailReturns, 'r', token),
  }
}
