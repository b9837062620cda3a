import { boolean, date, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'

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
  confirmedBy: text('confirmed_by', { enum: ['official-address', 'by-hand'] }),
  evidence: text(),
  refusedAt: moment('refused_at'),
  withdrawnBy: text('withdrawn_by'),
  withdrawnWhy: text('withdrawn_why'),
  askedAt: moment('asked_at'),
  formerInsee: text('former_insee'),
})

/** What was written to a town hall about its usages; claimed before it leaves, so that none leaves twice. */
export const usageMails = pgTable('usage_mails', {
  id: uuid().primaryKey(),
  insee: text().notNull(),
  kind: text({ enum: ['confirmation', 'renewal', 'call', 'reference'] }).notNull(),
  onDay: date('on_day').notNull(),
  claimedAt: moment('claimed_at').notNull(),
  outcome: text({ enum: ['accepted', 'refused', 'uncertain'] }),
  answeredAt: moment('answered_at'),
})

/** How often somebody declared on a day, by a keyed hash that is thrown away the next. */
export const usageDeclarers = pgTable(
  'usage_declarers',
  { onDay: date('on_day').notNull(), who: text().notNull(), times: integer().notNull() },
  (table) => [primaryKey({ columns: [table.onDay, table.who] })],
)

/** A call asked of a referent: who was asked, when, on whose behalf; what was written is not kept. */
export const usageCalls = pgTable('usage_calls', {
  id: uuid().primaryKey(),
  usageId: uuid('usage_id').notNull(),
  insee: text().notNull(),
  asker: text().notNull(),
  askedAt: moment('asked_at').notNull(),
  outcome: text({ enum: ['accepted', 'refused', 'uncertain'] }),
})
