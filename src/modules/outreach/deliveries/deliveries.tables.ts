import { integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { AddressParts } from '#values/postal-address.ts'
import type { ReplyCode } from '#values/reply-code.ts'
import type { MessageValues } from '../messages/variables.ts'
import type { Channel, DeliveryState } from './delivery.ts'

const moment = (name: string) => timestamp(name, { withTimezone: true })

/** The ledger: one row per (wave, addressee, channel); the addressee is a town hall or, in a wave to companies, a company. A trigger of the database refuses what is not an arrow. */
export const deliveries = pgTable('deliveries', {
  id: uuid().primaryKey(),
  waveId: uuid('wave_id').notNull(),
  /** The town hall it is written to; null when it is a company. */
  insee: text(),
  companyId: uuid('company_id'),
  /** The company's name on the day of the launch. */
  companyName: text('company_name'),
  channel: text().$type<Channel>().notNull(),
  state: text().$type<DeliveryState>().notNull(),
  reason: text(),
  reasonDetail: text('reason_detail'),
  replyCode: text('reply_code').$type<ReplyCode>(),
  address: text(),
  postalAddress: jsonb('postal_address').$type<AddressParts>(),
  addressSource: text('address_source'),
  addressHmac: text('address_hmac'),
  messageValues: jsonb('message_values').$type<MessageValues>(),
  lane: text().notNull().default('default'),
  attempt: integer().notNull().default(1),
  messageId: text('message_id'),
  claimToken: uuid('claim_token'),
  claimUntil: moment('claim_until'),
  retryAt: moment('retry_at'),
  handedAt: moment('handed_at'),
  lotId: uuid('lot_id'),
  firstPage: integer('first_page'),
  lastPage: integer('last_page'),
  settledAt: moment('settled_at'),
  createdAt: moment('created_at').notNull(),
})

/** What happened to a delivery. Append-only; one whose delivery is not known yet is kept and matched later. */
export const deliveryEvents = pgTable('delivery_events', {
  id: uuid().primaryKey(),
  deliveryId: uuid('delivery_id'),
  source: text().notNull(),
  sourceEventId: text('source_event_id').notNull(),
  kind: text().notNull(),
  at: moment('at').notNull(),
  byWhom: text('by_whom'),
  detail: jsonb().$type<EventDetail>().notNull(),
})

/** `messageId` ties an event to its attempt; the rest is told to people. */
export type EventDetail = Readonly<
  Partial<Record<'messageId' | 'answer' | 'reason' | 'attempt' | 'step' | 'status' | 'verdict', string>>
>
