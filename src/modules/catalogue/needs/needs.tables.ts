import { date, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
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
  /** The order in which the services and their needs are read. */
  position: integer().notNull().default(0),
  advice: text(),
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
  {
    product: text().notNull(),
    need: text().notNull(),
    source: text().notNull(),
    position: integer().notNull().default(0),
  },
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

/** What editors did to the vocabulary; an undone edit stays, with who undid it. */
export const needEdits = pgTable('need_edits', {
  id: uuid().primaryKey(),
  need: text().notNull(),
  kind: text({
    enum: ['word-added', 'word-removed', 'fit-set', 'fit-removed', 'retired', 'restored'],
  }).notNull(),
  subject: text(),
  before: jsonb(),
  after: jsonb(),
  editedBy: text('edited_by').notNull(),
  editedAt: moment('edited_at').notNull(),
  undoneAt: moment('undone_at'),
  undoneBy: text('undone_by'),
})
