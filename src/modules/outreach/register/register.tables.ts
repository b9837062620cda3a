import { integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Purpose } from './purpose.ts'
import type { EntryText } from './register-entry.ts'

const moment = (name: string) => timestamp(name, { withTimezone: true })

/** The versions of the register's entries; the last of each body and purpose is the entry. */
export const registerVersions = pgTable('register_versions', {
  id: uuid().primaryKey(),
  organisationId: uuid('organisation_id').notNull(),
  purpose: text().$type<Purpose>().notNull(),
  number: integer().notNull(),
  text: jsonb().$type<EntryText>().notNull(),
  savedAt: moment('saved_at').notNull(),
  savedBy: text('saved_by').notNull(),
  confirmedAt: moment('confirmed_at'),
  confirmedBy: text('confirmed_by'),
})
