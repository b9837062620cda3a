import { pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { OppositionChannel } from './opposition.ts'

const moment = (name: string) => timestamp(name, { withTimezone: true })

const lifting = {
  liftedAt: moment('lifted_at'),
  liftedBy: text('lifted_by'),
  liftingEvidence: text('lifting_evidence'),
}

/** A town hall's refusal to be written to: not personal data. */
export const oppositionOrganisations = pgTable('opposition_organisations', {
  id: uuid().primaryKey(),
  insee: text().notNull(),
  channel: text().$type<OppositionChannel>().notNull(),
  topic: text().notNull().default('all'),
  since: moment('since').notNull(),
  origin: text().notNull(),
  recordedBy: text('recorded_by'),
  ...lifting,
})

/** A person's refusal, kept as the keyed HMAC of the address alone. */
export const oppositionAddresses = pgTable('opposition_addresses', {
  id: uuid().primaryKey(),
  addressHmac: text('address_hmac').notNull(),
  since: moment('since').notNull(),
  origin: text().notNull(),
  recordedBy: text('recorded_by'),
  ...lifting,
})
