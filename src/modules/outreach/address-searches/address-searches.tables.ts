import { pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { SearchEnding } from './address-search.ts'

const moment = (name: string) => timestamp(name, { withTimezone: true })

/** « Trouver l’adresse »: an address that leads nowhere any more, until a person finds the good one. */
export const addressSearches = pgTable('address_searches', {
  id: uuid().primaryKey(),
  insee: text().notNull(),
  channel: text().$type<'email' | 'letter'>().notNull(),
  address: text().notNull(),
  deliveryId: uuid('delivery_id'),
  reason: text().notNull(),
  openedAt: moment('opened_at').notNull(),
  openedBy: text('opened_by'),
  closedAt: moment('closed_at'),
  closedBy: text('closed_by'),
  /** What was found, or why the search was given up. */
  outcome: text(),
  closedAs: text('closed_as').$type<SearchEnding>(),
})
