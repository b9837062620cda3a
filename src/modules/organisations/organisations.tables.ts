import { pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { OrganisationKind } from '#values/role.ts'

/** A body of the partnership. `postalAddress` is its lines, from the building to the locality. */
export const organisations = pgTable('organisations', {
  id: uuid().primaryKey(),
  kind: text().$type<OrganisationKind>().notNull(),
  name: text().notNull(),
  postalAddress: text('postal_address').notNull().default(''),
  email: text(),
  phone: text(),
  website: text(),
  dpoEmail: text('dpo_email'),
  insee: text(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
})
