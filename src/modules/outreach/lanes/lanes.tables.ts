import { date, integer, numeric, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

const moment = (name: string) => timestamp(name, { withTimezone: true })

/** The receivers that one operator serves, told apart so that each is written to as it bears. */
export const lanes = pgTable('lanes', {
  name: text().primaryKey(),
  label: text().notNull(),
  rank: integer().notNull(),
})

/** Which names belong to a lane. Append-only: the newest row of a suffix wins. */
export const laneSuffixes = pgTable('lane_suffixes', {
  id: uuid().primaryKey(),
  kind: text().$type<'exchanger' | 'domain'>().notNull(),
  suffix: text().notNull(),
  lane: text().notNull(),
  source: text().notNull(),
  recordedAt: moment('recorded_at').notNull(),
  recordedBy: text('recorded_by'),
})

/** What a lane bears, dated and sourced. Append-only: the newest row in force is followed. */
export const laneLimits = pgTable('lane_limits', {
  id: uuid().primaryKey(),
  lane: text().notNull(),
  connections: integer().notNull(),
  messagesPerConnection: integer('messages_per_connection').notNull(),
  perMinute: integer('per_minute').notNull(),
  perDay: integer('per_day'),
  warmUpStart: integer('warm_up_start'),
  warmUpGrowth: numeric('warm_up_growth', { precision: 4, scale: 2, mode: 'number' }).notNull(),
  validFrom: date('valid_from').notNull(),
  source: text().notNull(),
  checkedOn: date('checked_on').notNull(),
  recordedAt: moment('recorded_at').notNull(),
  recordedBy: text('recorded_by'),
})

/** A lane stopped by a receiver's word, until a person starts it again. */
export const laneStops = pgTable('lane_stops', {
  id: uuid().primaryKey(),
  lane: text().notNull(),
  since: moment('since').notNull(),
  why: text().$type<'policy' | 'our-side'>().notNull(),
  evidence: text().notNull(),
  deliveryId: uuid('delivery_id'),
  restartedAt: moment('restarted_at'),
  restartedBy: text('restarted_by'),
})
