import { pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

const moment = (name: string) => timestamp(name, { withTimezone: true })

/** By which means an opposition may be said without anybody's help. */
export type ProbeMeans = 'reply-page' | 'one-click'

/** An opposition that Beffroi posts to its own public page: it concerns no town hall. */
export const oppositionProbes = pgTable('opposition_probes', {
  id: uuid().primaryKey(),
  means: text().$type<ProbeMeans>().notNull(),
  replyCode: text('reply_code'),
  askedAt: moment('asked_at').notNull(),
  honouredAt: moment('honoured_at'),
})
