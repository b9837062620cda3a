import { date, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { CaseState, Outcome } from './case.ts'

const moment = (name: string) => timestamp(name, { withTimezone: true })

/** An accompaniment of one town hall towards one goal. */
export const cases = pgTable('cases', {
  id: uuid().primaryKey(),
  insee: text().notNull(),
  contactId: uuid('contact_id'),
  waveId: uuid('wave_id'),
  organisationId: uuid('organisation_id').notNull(),
  goal: text().notNull(),
  referentId: text('referent_id'),
  state: text().$type<CaseState>().notNull(),
  openedAt: moment('opened_at').notNull(),
  openedBy: text('opened_by').notNull(),
  outcome: text().$type<Outcome>(),
  closingNote: text('closing_note').notNull().default(''),
  closedAt: moment('closed_at'),
  closedBy: text('closed_by'),
})

/** The steps of a case, in order. */
export const caseSteps = pgTable('case_steps', {
  id: uuid().primaryKey(),
  caseId: uuid('case_id').notNull(),
  position: integer().notNull(),
  title: text().notNull(),
  dueOn: date('due_on'),
  doneAt: moment('done_at'),
  doneBy: text('done_by'),
})

/** Each time a case went from one organisation to another, and why. */
export const caseTransfers = pgTable('case_transfers', {
  id: uuid().primaryKey(),
  caseId: uuid('case_id').notNull(),
  fromOrganisationId: uuid('from_organisation_id').notNull(),
  toOrganisationId: uuid('to_organisation_id').notNull(),
  reason: text().notNull(),
  byWhom: text('by_whom').notNull(),
  at: moment('at').notNull(),
})
