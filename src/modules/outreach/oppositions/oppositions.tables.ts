import { date, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { AddressKind, OppositionChannel, Topic } from './opposition.ts'

const moment = (name: string) => timestamp(name, { withTimezone: true })

const life = {
  id: uuid().primaryKey(),
  since: moment('since').notNull(),
  origin: text().notNull(),
  recordedBy: text('recorded_by'),
  reviewedAt: moment('reviewed_at'),
  reviewedBy: text('reviewed_by'),
  liftedAt: moment('lifted_at'),
  liftedBy: text('lifted_by'),
  liftingEvidence: text('lifting_evidence'),
  liftingRequestedOn: date('lifting_requested_on'),
  liftingFileId: uuid('lifting_file_id'),
  liftingContactId: uuid('lifting_contact_id'),
}

/** A town hall's refusal to be written to, or a company's: not personal data. A trigger of the database keeps it from being rewritten. */
export const oppositionOrganisations = pgTable('opposition_organisations', {
  ...life,
  insee: text(),
  companyId: uuid('company_id'),
  companyName: text('company_name'),
  channel: text().$type<OppositionChannel>().notNull(),
  topic: text().$type<Topic>().notNull().default('all'),
})

/** A person's refusal, kept as the keyed HMAC of the address alone. */
export const oppositionAddresses = pgTable('opposition_addresses', {
  ...life,
  addressHmac: text('address_hmac').notNull(),
  kind: text().$type<AddressKind>().notNull().default('email'),
})
