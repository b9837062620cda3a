import { date, doublePrecision, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { ShownAt } from './exposure.ts'

/** How often each was shown, by day, place and what was asked; never who looked. */
export const exposures = pgTable(
  'exposures',
  {
    day: date().notNull(),
    provider: text().notNull(),
    place: text().$type<ShownAt>().notNull(),
    about: text().notNull(),
    shown: integer().notNull(),
    first: integer('shown_first').notNull(),
    leading: integer('shown_leading').notNull(),
    fairFirst: doublePrecision('fair_first').notNull(),
    fairLeading: doublePrecision('fair_leading').notNull(),
  },
  ({ day, provider, place, about }) => [primaryKey({ columns: [day, provider, place, about] })],
)
