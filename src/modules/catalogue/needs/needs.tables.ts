import { integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'
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
