import {
  boolean,
  date,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Fault } from './standard/fault.ts'
import type { PubliccodeFacts } from './writing/facts.ts'

const moment = (name: string) => timestamp(name, { withTimezone: true })

/** What a record's file says beside the fields of the sheet, and what is wrong with it. */
export const publiccodeReadings = pgTable(
  'publiccode_readings',
  {
    source: text().notNull(),
    externalId: text('external_id').notNull(),
    fileName: text('file_name').notNull(),
    facts: jsonb().$type<PubliccodeFacts>().notNull(),
    faults: jsonb().$type<readonly Fault[]>().notNull(),
    isValid: boolean('is_valid').notNull(),
    readAt: moment('read_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.source, table.externalId] })],
)

/** What editors state for the file alone; the last one counts. */
export const publiccodeStatements = pgTable('publiccode_statements', {
  id: uuid().primaryKey(),
  softwareId: uuid('software_id').notNull(),
  facts: jsonb().$type<PubliccodeFacts>().notNull(),
  statedBy: text('stated_by').notNull(),
  statedAt: moment('stated_at').notNull(),
})

/** Where the repair of a project's own file stands, step by step. */
export const publiccodeUpstream = pgTable('publiccode_upstream', {
  id: uuid().primaryKey(),
  softwareId: uuid('software_id').notNull(),
  state: text({ enum: ['proposed', 'merged', 'refused', 'held'] }).notNull(),
  onDay: date('on_day').notNull(),
  address: text(),
  note: text(),
  recordedBy: text('recorded_by').notNull(),
  recordedAt: moment('recorded_at').notNull(),
})

/** Files brought together by a person. */
export const publiccodeImports = pgTable('publiccode_imports', {
  id: uuid().primaryKey(),
  state: text({ enum: ['checked', 'imported', 'undone'] }).notNull(),
  createdBy: text('created_by').notNull(),
  createdAt: moment('created_at').notNull(),
  importedAt: moment('imported_at'),
  undoneAt: moment('undone_at'),
  undoneBy: text('undone_by'),
})

/** One file of an import, with what it did or would do. */
export const publiccodeImportFiles = pgTable(
  'publiccode_import_files',
  {
    importId: uuid('import_id').notNull(),
    place: integer().notNull(),
    fileName: text('file_name').notNull(),
    text: text(),
    faults: jsonb().$type<readonly Fault[]>().notNull(),
    isValid: boolean('is_valid').notNull(),
    name: text(),
    finding: text({ enum: ['added', 'changed', 'unchanged', 'refused'] }).notNull(),
    before: jsonb().$type<readonly RecordBefore[]>().notNull().default([]),
    softwareId: uuid('software_id'),
  },
  (table) => [primaryKey({ columns: [table.importId, table.place] })],
)

/** What a record said before an import; `held` is null for one that the import brought. */
export type RecordBefore = {
  readonly source: string
  readonly externalId: string
  readonly held: { readonly record: unknown; readonly reading: unknown } | null
}
