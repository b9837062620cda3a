import { date, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'
import type { Audience } from './need.ts'

const moment = (name: string) => timestamp(name, { withTimezone: true })

/** What a town hall wants done, in its own words; the slug is its address. */
export const needs = pgTable('needs', {
  slug: text().primaryKey(),
  service: text().notNull(),
  label: text().notNull(),
  summary: text().notNull(),
  audiences: text().array().$type<Audience[]>().notNull(),
  publiccodeCategories: text('publiccode_categories').array().notNull().default([]),
  source: text().notNull(),
  retiredAt: moment('retired_at'),
})

/** The words that lead to a need: synonyms, and whole phrases that people type. */
export const needWords = pgTable(
  'need_words',
  {
    need: text().notNull(),
    words: text().notNull(),
    kind: text({ enum: ['synonym', 'phrase'] }).notNull(),
    source: text().notNull(),
    addedAt: moment('added_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.need, table.words] })],
)

/** Programs that are not free, with which a need is met today. */
export const products = pgTable('products', {
  slug: text().primaryKey(),
  name: text().notNull(),
  vendor: text(),
  aliases: text().array().notNull().default([]),
  source: text().notNull(),
})

export const productNeeds = pgTable(
  'product_needs',
  { product: text().notNull(), need: text().notNull(), source: text().notNull() },
  (table) => [primaryKey({ columns: [table.product, table.need] })],
)

/** What was typed and found nothing: words and days, nobody. */
export const silentSearches = pgTable('silent_searches', {
  words: text().primaryKey(),
  times: integer().notNull().default(1),
  firstOn: date('first_on').notNull(),
  lastOn: date('last_on').notNull(),
  settledAt: moment('settled_at'),
})
