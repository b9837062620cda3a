import { integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

const at = (name: string) => timestamp(name, { withTimezone: true })

export const works = pgTable('works', {
  id: uuid().primaryKey(),
  kind: text().notNull(),
  subjectId: text('subject_id'),
  title: text().notNull(),
  done: integer().notNull(),
  total: integer(),
  state: text().$type<'queued' | 'running' | 'done' | 'stopped' | 'failed'>().notNull(),
  problem: text(),
  result: jsonb(),
  createdAt: at('created_at').notNull().defaultNow(),
  startedAt: at('started_at'),
  stopRequestedAt: at('stop_requested_at'),
  finishedAt: at('finished_at'),
})
