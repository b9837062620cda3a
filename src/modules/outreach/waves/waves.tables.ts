import { boolean, integer, jsonb, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import type { Topic } from '../oppositions/opposition.ts'
import type { Purpose } from '../register/purpose.ts'
import type { AudienceKind } from './addressee.ts'
import type { WaveChannel } from './audience.ts'
import type { FilterWords } from './audience-filters.ts'
import type { CompanyFilterWords } from './company-filters.ts'
import type { Sender } from './sender.ts'

// DL, window 100 × 45: the first row of the migration that creates the envelopes.
const usualEnvelopeId = '00000000-0000-7000-8000-000000000001'

const moment = (name: string) => timestamp(name, { withTimezone: true })

/** One frozen audience and one message, sent together. */
export const waves = pgTable('waves', {
  id: uuid().primaryKey(),
  programmeId: uuid('programme_id').notNull(),
  name: text().notNull(),
  messageId: uuid('message_id').notNull(),
  channel: text().$type<WaveChannel>().notNull(),
  /** Whom it is written to: never both. */
  audienceKind: text('audience_kind').$type<AudienceKind>().notNull().default('town-halls'),
  topic: text().$type<Topic>().notNull().default('all'),
  filters: jsonb().$type<FilterWords & CompanyFilterWords>().notNull(),
  recentDays: integer('recent_days').notNull(),
  /** The envelope of its letters; the database offers the usual one. */
  envelopeId: uuid('envelope_id').notNull().default(usualEnvelopeId),
  /** The stamp of its letters, and what they may cost in all; null without a limit. */
  postageProduct: text('postage_product').notNull().default('Lettre verte'),
  letterBudgetCents: integer('letter_budget_cents'),
  purpose: text().$type<Purpose>(),
  state: text().$type<'draft' | 'launched'>().notNull(),
  /** The wave whose silent town halls it writes to again. */
  reminderOf: uuid('reminder_of'),
  remindsAgain: boolean('reminds_again').notNull().default(false),
  drawSeed: text('draw_seed'),
  drawPlace: integer('draw_place'),
  drawWaves: integer('draw_waves'),
  pausedAt: moment('paused_at'),
  pausedBy: text('paused_by'),
  perMinute: integer('per_minute'),
  createdAt: moment('created_at').notNull(),
  createdBy: text('created_by').notNull(),
  launchedAt: moment('launched_at'),
  launchedBy: text('launched_by'),
  frozenSubject: text('frozen_subject'),
  frozenBody: text('frozen_body'),
  frozenSignature: text('frozen_signature'),
  frozenSender: jsonb('frozen_sender').$type<Sender>(),
})

/** Town halls, or companies, that a person took out of a wave before its launch, and why. */
export const waveHandExclusions = pgTable(
  'wave_hand_exclusions',
  {
    waveId: uuid('wave_id').notNull(),
    insee: text(),
    companyId: uuid('company_id'),
    companyName: text('company_name'),
    reason: text().notNull(),
    excludedBy: text('excluded_by').notNull(),
    cause: text({ enum: ['excluded-by-hand', 'past-retention'] })
      .notNull()
      .default('excluded-by-hand'),
  },
  (table) => [unique().on(table.waveId, table.insee, table.companyId).nullsNotDistinct()],
)
