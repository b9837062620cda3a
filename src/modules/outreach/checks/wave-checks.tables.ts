import { boolean, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

/** What was really tried before a launch, and what came of it; rows are added, never changed. */
export const waveChecks = pgTable('wave_checks', {
  id: uuid().primaryKey(),
  waveId: uuid('wave_id').notNull(),
  kind: text().notNull(),
  digest: text().notNull(),
  isPassed: boolean('is_passed').notNull(),
  sentence: text().notNull(),
  at: timestamp({ withTimezone: true }).notNull(),
  by: text().notNull(),
})
