import { integer, pgTable, uuid } from 'drizzle-orm/pg-core'

/** The whole number by which the SILL-shaped routes name a software that the SILL does not know. */
export const harvestNumbers = pgTable('harvest_numbers', {
  softwareId: uuid('software_id').primaryKey(),
  number: integer().notNull().generatedAlwaysAsIdentity({ startWith: 1_000_000 }),
})
