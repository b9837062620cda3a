import { boolean, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { DomainLine } from './domain-lines.ts'

/** Each time the names directory was asked about the sending domain, and what it said. Append-only. */
export const domainChecks = pgTable('domain_checks', {
  id: uuid().primaryKey(),
  domain: text().notNull(),
  checkedAt: timestamp('checked_at', { withTimezone: true }).notNull(),
  isGood: boolean('is_good').notNull(),
  lines: jsonb().$type<readonly DomainLine[]>().notNull(),
})
