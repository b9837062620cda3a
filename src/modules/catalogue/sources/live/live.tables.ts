import { boolean, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { LeftOut } from './live-reading.ts'
import { liveSources } from './live-source.ts'

const moment = (name: string) => timestamp(name, { withTimezone: true })

/** A catalogue read from elsewhere: off until somebody has said that we may. */
export const liveSourceSettings = pgTable('live_sources', {
  slug: text({ enum: liveSources }).primaryKey(),
  address: text().notNull(),
  isOn: boolean('is_on').notNull().default(false),
  rightsSaidBy: text('rights_said_by'),
  rightsSaidAt: moment('rights_said_at'),
  stoppedBy: text('stopped_by'),
  stoppedAt: moment('stopped_at'),
})

/** One reading of a catalogue. */
export const liveRuns = pgTable('live_runs', {
  id: uuid().primaryKey(),
  source: text({ enum: liveSources }).notNull(),
  askedBy: text('asked_by').notNull(),
  startedAt: moment('started_at').notNull(),
  finishedAt: moment('finished_at'),
  state: text({ enum: ['running', 'done', 'failed', 'stopped'] }).notNull(),
  problem: text(),
  counts: jsonb().$type<RunCounts>().notNull().default({}),
  leftOut: jsonb('left_out').$type<readonly LeftOut[]>().notNull().default([]),
  stopAskedAt: moment('stop_asked_at'),
})

export type RunCounts = Partial<
  Record<
    | 'pages'
    | 'read'
    | 'added'
    | 'changed'
    | 'unchanged'
    | 'leftOut'
    | 'unknown'
    | 'companies'
    | 'clear'
    | 'doubtful'
    | 'none',
    number
  >
>
