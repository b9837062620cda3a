import { date, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { LotState } from './lot.ts'

const moment = (name: string) => timestamp(name, { withTimezone: true })

/** A PDF of at most 100 letters, printed, enclosed and posted together. */
export const lots = pgTable('lots', {
  id: uuid().primaryKey(),
  waveId: uuid('wave_id').notNull(),
  number: integer().notNull(),
  state: text().$type<LotState>().notNull(),
  letters: integer().notNull(),
  problem: text(),
  fileId: uuid('file_id'),
  sha256: text(),
  composedAt: moment('composed_at'),
  /** When each page was read again, how many, and the narrowest margins found. */
  checkedAt: moment('checked_at'),
  checkedPages: integer('checked_pages'),
  checkMargins: jsonb('check_margins').$type<{ address: number; others: number }>(),
  printedAt: moment('printed_at'),
  printedBy: text('printed_by'),
  enclosedAt: moment('enclosed_at'),
  enclosedBy: text('enclosed_by'),
  postedOn: date('posted_on'),
  postedBy: text('posted_by'),
  postingProof: text('posting_proof'),
  postingFileId: uuid('posting_file_id'),
})

/** Letters of a lot printed again before it was posted; append-only. */
export const lotReprints = pgTable('lot_reprints', {
  id: uuid().primaryKey(),
  lotId: uuid('lot_id').notNull(),
  pages: integer().array().notNull(),
  letters: integer().notNull(),
  reason: text().notNull(),
  byWhom: text('by_whom').notNull(),
  at: moment('at').notNull(),
})
