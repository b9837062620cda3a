import { bigint, customType, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

const bytea = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' })

export const storedFiles = pgTable('stored_files', {
  id: uuid().primaryKey(),
  name: text().notNull(),
  mediaType: text('media_type').notNull(),
  sizeBytes: bigint('size_bytes', { mode: 'number' }).notNull(),
  sha256: text().notNull(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
})

export const storedFileBytes = pgTable('stored_file_bytes', {
  fileId: uuid('file_id').primaryKey(),
  bytes: bytea().notNull(),
})
