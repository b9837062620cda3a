import { boolean, date, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { PriceKind } from './postage.ts'

/** What a letter costs: dated rows with their source, never rewritten. */
export const postagePrices = pgTable('postage_prices', {
  id: uuid().primaryKey(),
  kind: text().$type<PriceKind>().notNull(),
  product: text().notNull(),
  upToGrams: integer('up_to_grams'),
  cents: integer().notNull(),
  validFrom: date('valid_from').notNull(),
  source: text().notNull(),
  isDoubtful: boolean('is_doubtful').notNull().default(false),
  recordedBy: text('recorded_by').notNull(),
  recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull(),
})
