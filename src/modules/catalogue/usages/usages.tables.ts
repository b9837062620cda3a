import { boolean, date, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

const moment = (name: string) => timestamp(name, { withTimezone: true })

/** A dated declaration that a commune uses a software; it counts once its official address has confirmed it. */
export const usages = pgTable('usages', {
  id: uuid().primaryKey(),
  insee: text().notNull(),
  softwareId: uuid('software_id').notNull(),
  need: text(),
  state: text({ enum: ['testing', 'in-use', 'left'] }).notNull(),
  whyLeft: text('why_left'),
  sinceOn: date('since_on'),
  leftOn: date('left_on'),
  operatedBy: text('operated_by'),
  acceptsCall: boolean('accepts_call').notNull().default(false),
  declaredAt: moment('declared_at').notNull(),
  declaredBy: text('declared_by').notNull(),
  confirmedAt: moment('confirmed_at'),
  renewedAt: moment('renewed_at'),
  withdrawnAt: moment('withdrawn_at'),
})
