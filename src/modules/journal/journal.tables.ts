import { pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Reach, Stage } from './stage.ts'

/** What happened with a commune. Append-only: the database refuses updates and deletions. */
export const journalEntries = pgTable('journal_entries', {
  id: uuid().primaryKey(),
  insee: text().notNull(),
  at: timestamp({ withTimezone: true }).notNull(),
  kind: text().notNull(),
  sentence: text().notNull(),
  path: text(),
  actor: text(),
  organisationId: uuid('organisation_id'),
  reaches: text().$type<Reach>(),
  factKey: text('fact_key'),
})

/** The stage of every commune that left `to-write`, folded from its entries. */
export const communeStages = pgTable('commune_stages', {
  insee: text().primaryKey(),
  stage: text().$type<Exclude<Stage, 'to-write'>>().notNull(),
  since: timestamp({ withTimezone: true }).notNull(),
  entryId: uuid('entry_id').notNull(),
})
