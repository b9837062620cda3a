import { boolean, date, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { type Identifier, identifierSchemes, type RecordFields } from './record.ts'
import type { Attributes, Origins } from './software.ts'

const moment = (name: string) => timestamp(name, { withTimezone: true })

/** A sheet: the merge of its records by their priority. `isFree` is null when nobody knows. */
export const software = pgTable('software', {
  id: uuid().primaryKey(),
  slug: text().notNull(),
  name: text().notNull(),
  summary: text(),
  description: text(),
  licenceSpdx: text('licence_spdx'),
  licenceRaw: text('licence_raw'),
  isFree: boolean('is_free'),
  website: text(),
  repository: text(),
  documentation: text(),
  platforms: text().array().notNull().default([]),
  softwareType: text('software_type'),
  developmentStatus: text('development_status'),
  version: text(),
  releasedOn: date('released_on'),
  attributes: jsonb().$type<Attributes>().notNull().default({}),
  limits: text().array().notNull().default([]),
  /** Products that a source says it can stand for, as they are written. */
  replaces: text().array().notNull().default([]),
  keywords: text().array().notNull().default([]),
  origins: jsonb().$type<Origins>().notNull().default({}),
  layer: text().notNull(),
  mergedInto: uuid('merged_into'),
  withdrawnAt: moment('withdrawn_at'),
  withdrawnReason: text('withdrawn_reason'),
  createdAt: moment('created_at').notNull(),
  updatedAt: moment('updated_at').notNull(),
})

/** A sheet as it is read. */
export type Software = typeof software.$inferSelect

/** The names by which other directories know a software; two sheets may claim one until a person decides. */
export const softwareIdentifiers = pgTable(
  'software_identifiers',
  {
    scheme: text({ enum: identifierSchemes }).notNull(),
    value: text().notNull(),
    softwareId: uuid('software_id').notNull(),
    source: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.scheme, table.value, table.softwareId] })],
)

/** What one source says of one software, as read and as received. */
export const softwareRecords = pgTable('software_records', {
  id: uuid().primaryKey(),
  softwareId: uuid('software_id').notNull(),
  source: text().notNull(),
  externalId: text('external_id').notNull(),
  fields: jsonb().$type<RecordFields>().notNull(),
  identifiers: jsonb().$type<readonly Identifier[]>().notNull().default([]),
  raw: jsonb(),
  sourceDate: date('source_date'),
  readAt: moment('read_at').notNull(),
})

/** Which needs a software meets, wholly or in part. */
export const meets = pgTable(
  'meets',
  {
    softwareId: uuid('software_id').notNull(),
    need: text().notNull(),
    level: text({ enum: ['full', 'part'] }).notNull(),
    missing: text(),
    source: text().notNull(),
    statedAt: moment('stated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.softwareId, table.need] })],
)

/** Two sheets that may be one, and what a person said of it. */
export const softwareLikenesses = pgTable('software_likenesses', {
  id: uuid().primaryKey(),
  one: uuid().notNull(),
  other: uuid().notNull(),
  doubt: text({ enum: ['shared-identifier', 'same-repository', 'same-name', 'said-by-person'] }).notNull(),
  evidence: text().notNull(),
  proposedAt: moment('proposed_at').notNull(),
  verdict: text({ enum: ['merged', 'distinct'] }),
  settledAt: moment('settled_at'),
  settledBy: text('settled_by'),
})

/** Every act of a person on a sheet, with what was before and after. */
export const softwareRevisions = pgTable('software_revisions', {
  id: uuid().primaryKey(),
  softwareId: uuid('software_id').notNull(),
  at: moment('at').notNull(),
  by: text().notNull(),
  kind: text({ enum: ['created', 'edited', 'withdrawn', 'restored', 'merged', 'undone'] }).notNull(),
  before: jsonb().$type<Readonly<Record<string, unknown>>>().notNull(),
  after: jsonb().$type<Readonly<Record<string, unknown>>>().notNull(),
  undoes: uuid(),
})

/** The edition of what is shipped that this database holds. */
export const catalogueLoads = pgTable('catalogue_loads', {
  name: text().primaryKey(),
  version: text().notNull(),
  loadedAt: moment('loaded_at').notNull(),
})
