import { pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

const moment = (name: string) => timestamp(name, { withTimezone: true })

/** The copies that people asked for before a launch, and when a person said to have looked at one. */
export const testCopies = pgTable('test_copies', {
  id: uuid().primaryKey(),
  waveId: uuid('wave_id').notNull(),
  insee: text(),
  companyId: uuid('company_id'),
  companyName: text('company_name'),
  channel: text({ enum: ['email', 'letter'] }).notNull(),
  digest: text().notNull(),
  sentTo: text('sent_to'),
  askedAt: moment('asked_at').notNull(),
  askedBy: text('asked_by').notNull(),
  seenAt: moment('seen_at'),
  seenBy: text('seen_by'),
})
