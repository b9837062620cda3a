import { jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

export const outboxMessages = pgTable('outbox_messages', {
  id: uuid().primaryKey(),
  messageId: text('message_id').notNull(),
  envelopeFrom: text('envelope_from').notNull(),
  envelopeTo: text('envelope_to').notNull(),
  fromLine: text('from_line').notNull(),
  subject: text().notNull(),
  textBody: text('text_body').notNull(),
  htmlBody: text('html_body'),
  headers: jsonb().$type<Record<string, string>>().notNull(),
  sentAt: timestamp('sent_at', { withTimezone: true }).notNull(),
  readAt: timestamp('read_at', { withTimezone: true }),
})
