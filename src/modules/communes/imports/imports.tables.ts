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
import type { ColumnMapping } from './column-mapping.ts'
import { type Counts, outcomes } from './finding.ts'
import { formats } from './formats.ts'
import { importStates } from './import.ts'
import type { Preview } from './preview.ts'

const moment = (name: string) => timestamp(name, { withTimezone: true })

export const imports = pgTable('imports', {
  id: uuid().primaryKey(),
  fileId: uuid('file_id'),
  format: text({ enum: formats }),
  fileName: text('file_name').notNull(),
  sourceLabel: text('source_label').notNull(),
  sourceUrl: text('source_url'),
  sourceDate: date('source_date').notNull(),
  state: text({ enum: importStates }).notNull(),
  preview: jsonb().$type<Preview>(),
  mapping: jsonb().$type<ColumnMapping>(),
  acceptedSuccessors: text('accepted_successors').array().notNull().default([]),
  isShortAccepted: boolean('is_short_accepted').notNull().default(false),
  counts: jsonb().$type<Counts>().notNull().default({}),
  applied: jsonb().$type<Counts>().notNull().default({}),
  batchesDone: integer('batches_done').notNull().default(0),
  problem: text(),
  createdBy: text('created_by').notNull(),
  createdAt: moment('created_at').notNull(),
  finishedAt: moment('finished_at'),
})

export const importFindings = pgTable(
  'import_findings',
  {
    importId: uuid('import_id').notNull(),
    position: integer().notNull(),
    rowNumber: integer('row_number').notNull(),
    insee: text(),
    outcome: text({ enum: outcomes }).notNull(),
    reason: text(),
    field: text().notNull(),
    before: text(),
    after: text(),
  },
  (table) => [primaryKey({ columns: [table.importId, table.position] })],
)
