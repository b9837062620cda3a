import { boolean, date, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
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
  origins: jsonb().$type<Origins>().notNull().default({}),
  layer: text().notNull(),
  mergedInto: uuid('merged_into'),
  withdrawnAt: moment('withdrawn_at'),
  withdrawnReason: text('withdrawn_reason'),
  createdAt: moment('created_at').notNull(),
  updatedAt: moment('updated_at').notNull(),
})

/** The names by which other directories know a software; two sheets may claim one until a person decides. */
export const softwareIdentifiers = pgTable(
  'software_identifiers',
  {
    scheme: text({
      enum: ['wikidata', 'comptoir', 'sill', 'framalibre', 'cnll', 'repository', 'publiccode'],
    }).notNull(),
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
  fields: jsonb().$type<Readonly<Record<string, unknown>>>().notNull(),
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
