import { boolean, date, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { QuoteEventKind } from './quote-event.ts'

const moment = (name: string) => timestamp(name, { withTimezone: true })

/** A proposal to several town halls that they ask together for the same need. */
export const quoteGroups = pgTable('quote_groups', {
  id: uuid().primaryKey(),
  need: text().notNull(),
  words: text().notNull(),
  proposedBy: text('proposed_by').notNull(),
  proposedAt: moment('proposed_at').notNull(),
})

/** A neutral request: one text, one date; nothing leaves before the official address has confirmed it. */
export const quoteRequests = pgTable('quote_requests', {
  id: uuid().primaryKey(),
  insee: text().notNull(),
  need: text().notNull(),
  body: text().notNull(),
  digest: text().notNull(),
  answerBy: date('answer_by').notNull(),
  sentTo: text('sent_to').notNull(),
  seed: text().notNull(),
  whyOthers: text('why_others'),
  askedAt: moment('asked_at').notNull(),
  confirmedAt: moment('confirmed_at'),
  toldAt: moment('told_at'),
  closedAt: moment('closed_at'),
  outcome: text({ enum: ['chosen', 'none'] }),
  whyClosed: text('why_closed'),
  forgottenAt: moment('forgotten_at'),
  groupId: uuid('group_id'),
  groupAnswer: text('group_answer', { enum: ['yes', 'no'] }),
})

/** One who is asked, the place it had in the order, and what it answered. */
export const quoteInvitations = pgTable(
  'quote_invitations',
  {
    requestId: uuid('request_id').notNull(),
    provider: text().notNull(),
    name: text().notNull(),
    email: text(),
    place: integer().notNull(),
    mark: text().notNull(),
    draw: text().notNull(),
    chosenBy: text('chosen_by', { enum: ['order', 'town-hall'] }).notNull(),
    sentAt: moment('sent_at'),
    notSent: text('not_sent'),
    answeredAt: moment('answered_at'),
    answer: text({ enum: ['quote', 'declined'] }),
    words: text(),
    price: integer(),
    isChosen: boolean('is_chosen').notNull().default(false),
  },
  ({ requestId, provider }) => [primaryKey({ columns: [requestId, provider] })],
)

/** The log of equal treatment, appended to and never rewritten. */
export const quoteEvents = pgTable('quote_events', {
  id: uuid().primaryKey(),
  requestId: uuid('request_id').notNull(),
  at: moment('at').notNull(),
  kind: text().$type<QuoteEventKind>().notNull(),
  provider: text(),
  words: text(),
})
