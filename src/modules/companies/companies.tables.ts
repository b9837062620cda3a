import { date, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { ServiceKind, ServiceLevel } from './services/service.ts'

const moment = (name: string) => timestamp(name, { withTimezone: true })

/** A service company of the census; its SIREN is known once claimed, or when its source says it. */
export const companies = pgTable('companies', {
  id: uuid().primaryKey(),
  siren: text(),
  name: text().notNull(),
  presentation: text(),
  website: text(),
  email: text(),
  phone: text(),
  postalAddress: text('postal_address'),
  insee: text(),
  headcountBand: text('headcount_band'),
  source: text().notNull(),
  sourceDate: date('source_date'),
  organisationId: uuid('organisation_id'),
  claimedAt: moment('claimed_at'),
  withdrawnAt: moment('withdrawn_at'),
  createdAt: moment('created_at').notNull(),
  sourceKey: text('source_key'),
  withdrawnReason: text('withdrawn_reason'),
  withdrawnBy: text('withdrawn_by'),
})

/** What a company was called before, each name until the day it changed. */
export const companyNames = pgTable(
  'company_names',
  {
    companyId: uuid('company_id').notNull(),
    name: text().notNull(),
    until: moment('until').notNull(),
  },
  (table) => [primaryKey({ columns: [table.companyId, table.until] })],
)

/** Courses that a source lists for a company, in its words; they are no service that it has stated. */
export const companyCourses = pgTable(
  'company_courses',
  { companyId: uuid('company_id').notNull(), rank: integer().notNull(), title: text().notNull() },
  (table) => [primaryKey({ columns: [table.companyId, table.rank] })],
)

/** What a company says it does, for a need or for a software. */
export const companyServices = pgTable('company_services', {
  id: uuid().primaryKey(),
  companyId: uuid('company_id').notNull(),
  need: text(),
  softwareId: uuid('software_id'),
  kind: text().$type<ServiceKind>().notNull(),
  level: text().$type<ServiceLevel>().notNull(),
  areas: text().array().notNull(),
  statedAt: moment('stated_at').notNull(),
  endedAt: moment('ended_at'),
})
