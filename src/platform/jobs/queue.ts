import { sql } from 'drizzle-orm'
import type { Queue } from 'pg-boss'
import type { Database } from '../database/database.ts'
import type { Job } from './job.ts'

const hours = 3600

/** How the queue of a job behaves. With a key, at most one such job waits and at most one runs. */
export const queueOf = ({ name, mayRunTwice }: Pick<Job, 'name' | 'mayRunTwice'>): Queue => ({
  name,
  policy: 'stately',
  notify: true,
  retryLimit: mayRunTwice ? 5 : 0,
  retryDelay: 2,
  retryBackoff: true,
  expireInSeconds: 12 * hours,
  heartbeatSeconds: 120, // a process that died without a word is found out after this
})

/** Makes the queue of a job where it is missing, in the transaction of its first job. */
export async function ensureQueue(db: Database, job: Pick<Job, 'name' | 'mayRunTwice'>) {
  await db.execute(sql`
    select pgboss.create_queue(${job.name}, ${JSON.stringify(queueOf(job))}::jsonb)
    where not exists (select from pgboss.queue where name = ${job.name})`)
}
