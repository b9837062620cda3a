import { jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Parts } from './approval.ts'

/** What the other organisation said of a wave; nothing is taken back, a later word counts. */
export const waveApprovals = pgTable('wave_approvals', {
  id: uuid().primaryKey(),
  waveId: uuid('wave_id').notNull(),
  decision: text({ enum: ['approved', 'refused'] }).notNull(),
  reason: text().notNull().default(''),
  organisationId: uuid('organisation_id').notNull(),
  by: text().notNull(),
  at: timestamp({ withTimezone: true }).notNull(),
  parts: jsonb().$type<Parts>().notNull(),
})
