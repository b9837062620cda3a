import { pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

const moment = (name: string) => timestamp(name, { withTimezone: true })

/** One text, written once, that becomes a letter and an e-mail. */
export const messages = pgTable('messages', {
  id: uuid().primaryKey(),
  name: text().notNull(),
  subject: text().notNull(),
  body: text().notNull(),
  signature: text().notNull().default(''),
  createdAt: moment('created_at').notNull(),
  updatedAt: moment('updated_at').notNull(),
  updatedBy: text('updated_by'),
  archivedAt: moment('archived_at'),
})
