import { bigint, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import type { KeptReading } from './kept-reading.ts'

/** How far the relay's log was read, so that each minute reads only what is new. */
export const relayLogPositions = pgTable('relay_log_positions', {
  path: text().primaryKey(),
  inode: text().notNull(),
  byteOffset: bigint('byte_offset', { mode: 'number' }).notNull(),
  reading: jsonb().$type<KeptReading>().notNull(),
  readAt: timestamp('read_at', { withTimezone: true }).notNull(),
})
