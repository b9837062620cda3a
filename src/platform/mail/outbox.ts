import { count, desc, eq, ilike, or } from 'drizzle-orm'
import type { Database } from '../database/database.ts'
import { newId } from '../ids.ts'
import type { Mail, Transport } from './mail.ts'
import { outboxMessages } from './outbox.tables.ts'

/** Keeps messages in the database instead of sending them: nothing leaves the machine until SMTP_URL is set. */
export const outboxTransport = (db: Database, clock = () => new Date()): Transport => ({
  name: 'outbox',
  async send(mail) {
    await db.insert(outboxMessages).values(row(mail, clock())).onConflictDoNothing()
    return { outcome: 'accepted', answer: 'gardé dans la boîte d’envoi de Beffroi' }
  },
  close: () => {},
})

const row = (mail: Mail, sentAt: Date) => ({
  id: newId(),
  messageId: mail.messageId,
  envelopeFrom: mail.envelopeFrom ?? mail.from,
  envelopeTo: mail.to,
  fromLine: mail.from,
  subject: mail.subject,
  textBody: mail.text,
  htmlBody: mail.html ?? null,
  headers: { ...mail.headers },
  sentAt,
})

export type OutboxMessage = typeof outboxMessages.$inferSelect
export type OutboxFilter = { readonly search: string; readonly page: number }

export const outboxPageSize = 30

/** The outbox as a mailbox: newest first, by address or subject. */
export async function listOutbox(db: Database, { search, page }: OutboxFilter) {
  const matching = search
    ? or(ilike(outboxMessages.envelopeTo, `%${search}%`), ilike(outboxMessages.subject, `%${search}%`))
    : undefined
  const [total] = await db.select({ n: count() }).from(outboxMessages).where(matching)
  const messages = await db
    .select()
    .from(outboxMessages)
    .where(matching)
    .orderBy(desc(outboxMessages.sentAt), desc(outboxMessages.id))
    .limit(outboxPageSize)
    .offset((page - 1) * outboxPageSize)

  return { total: total?.n ?? 0, messages }
}

/** One message of the outbox, marked as read; undefined when there is none. */
export async function readOutboxMessage(db: Database, id: string, now: Date) {
  const [message] = await db
    .update(outboxMessages)
    .set({ readAt: now })
    .where(eq(outboxMessages.id, id))
    .returning()
  return message
}
