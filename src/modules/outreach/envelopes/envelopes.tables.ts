import { date, doublePrecision, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

const moment = (name: string) => timestamp(name, { withTimezone: true })

/** Window envelopes measured with a ruler, in millimetres. A row never changes: a new measure is a new row. */
export const envelopes = pgTable('envelopes', {
  id: uuid().primaryKey(),
  name: text().notNull(),
  width: doublePrecision().notNull(),
  height: doublePrecision().notNull(),
  windowWidth: doublePrecision('window_width').notNull(),
  windowHeight: doublePrecision('window_height').notNull(),
  fromRight: doublePrecision('from_right').notNull(),
  fromBottom: doublePrecision('from_bottom').notNull(),
  foldedHeight: doublePrecision('folded_height').notNull(),
  measuredBy: text('measured_by').notNull(),
  measuredOn: date('measured_on').notNull(),
  createdAt: moment('created_at').notNull(),
  retiredAt: moment('retired_at'),
  retiredBy: text('retired_by'),
})
