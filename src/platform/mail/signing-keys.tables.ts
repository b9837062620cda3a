import { pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

const moment = (name: string) => timestamp(name, { withTimezone: true })

export const signingKeys = pgTable('signing_keys', {
  id: uuid().primaryKey(),
  domain: text().notNull(),
  selector: text().notNull(),
  publicKey: text('public_key').notNull(),
  sealedPrivateKey: text('sealed_private_key').notNull(),
  createdAt: moment('created_at').notNull(),
  createdBy: text('created_by').notNull(),
  inUseSince: moment('in_use_since'),
  retiredAt: moment('retired_at'),
  retiredBy: text('retired_by'),
})
