import { bigint, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core'

const moment = (name: string) => timestamp(name, { withTimezone: true })

/** How far each mailbox was read, and how it went last. */
export const mailboxReadings = pgTable('mailbox_readings', {
  mailbox: text().primaryKey(),
  uidValidity: text('uid_validity'),
  lastUid: bigint('last_uid', { mode: 'number' }).notNull().default(0),
  lastSuccessAt: moment('last_success_at'),
  lastFailureAt: moment('last_failure_at'),
  lastFailure: text('last_failure'),
  failures: integer().notNull().default(0),
  nextTryAt: moment('next_try_at'),
})
