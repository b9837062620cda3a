import { pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Channel, ContactState, Wish } from './contact.ts'
import type { Theme } from './theme.ts'

const moment = (name: string) => timestamp(name, { withTimezone: true })

/** An exchange with a town hall that somebody meant, and where it stands with the organisation that handles it. */
export const contacts = pgTable('contacts', {
  id: uuid().primaryKey(),
  insee: text().notNull(),
  deliveryId: uuid('delivery_id'),
  waveId: uuid('wave_id'),
  replyCode: text('reply_code'),
  channel: text().$type<Channel>().notNull(),
  wish: text().$type<Wish>(),
  theme: text().$type<Theme>(),
  body: text().notNull().default(''),
  personName: text('person_name').notNull().default(''),
  phone: text(),
  email: text(),
  organisationId: uuid('organisation_id').notNull(),
  mailId: uuid('mail_id'),
  state: text().$type<ContactState>().notNull(),
  takenBy: text('taken_by'),
  takenAt: moment('taken_at'),
  receivedAt: moment('received_at').notNull(),
  recordedBy: text('recorded_by'),
  settledAt: moment('settled_at'),
  settledBy: text('settled_by'),
  settlement: text(),
})

/** Each time a contact went from one organisation to another, and why. */
export const contactTransfers = pgTable('contact_transfers', {
  id: uuid().primaryKey(),
  contactId: uuid('contact_id').notNull(),
  fromOrganisationId: uuid('from_organisation_id').notNull(),
  toOrganisationId: uuid('to_organisation_id').notNull(),
  reason: text().notNull().default(''),
  byWhom: text('by_whom').notNull(),
  at: moment('at').notNull(),
})
