import { boolean, date, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { lockForces } from './lock.ts'

const moment = (name: string) => timestamp(name, { withTimezone: true })

/** A business program that forces a commune to keep something; it counts once the commune has confirmed it. */
export const locks = pgTable('locks', {
  id: uuid().primaryKey(),
  insee: text().notNull(),
  product: text(),
  productName: text('product_name'),
  need: text(),
  forces: text({ enum: lockForces }).notNull(),
  what: text().notNull(),
  whatPlain: text('what_plain').notNull(),
  note: text(),
  source: text().notNull(),
  declaredAt: moment('declared_at').notNull(),
  declaredBy: text('declared_by').notNull(),
  confirmedAt: moment('confirmed_at'),
  confirmedBy: text('confirmed_by', { enum: ['official-address', 'by-hand'] }),
  evidence: text(),
  renewedAt: moment('renewed_at'),
  refusedAt: moment('refused_at'),
  askedAt: moment('asked_at'),
  withdrawnAt: moment('withdrawn_at'),
  withdrawnBy: text('withdrawn_by'),
  withdrawnWhy: text('withdrawn_why'),
  formerInsee: text('former_insee'),
})

/** That a commune was asked what holds it: the whole of which the locks are a part. */
export const lockSurveys = pgTable('lock_surveys', {
  insee: text().primaryKey(),
  askedOn: date('asked_on').notNull(),
  isFree: boolean('is_free').notNull(),
  source: text().notNull(),
  saidBy: text('said_by').notNull(),
  saidAt: moment('said_at').notNull(),
})
