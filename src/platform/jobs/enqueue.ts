import { AsyncLocalStorage } from 'node:async_hooks'
import { sql } from 'drizzle-orm'
import { fromDrizzle, PgBoss } from 'pg-boss'
import type { Database } from '../database/database.ts'
import { newId } from '../ids.ts'
import type { Job } from './job.ts'
import { ensureQueue } from './queue.ts'

type EnqueueOptions = {
  startAfter?: Date
  /** At most one job of this key waits: another is not added while one does. */
  singletonKey?: string
}

/**
 * Adds a job in the caller's transaction: it exists if and only if what causes it is committed. Gives its identifier,
 * or undefined when one of the same key already waits.
 */
export function enqueue<Payload>(
  db: Database,
  job: Job<Payload>,
  payload: NoInfer<Payload>,
  { startAfter, singletonKey }: EnqueueOptions = {},
): Promise<string | undefined> {
  const id = newId()
  const data = job.payload.parse(payload) as object
  return caller.run(db, async () => {
    await ensureQueue(db, job)
    const boss = await sender()
    // without a key of its own a job has its own: the queue allows one waiting job by key
    const sent = await boss.send(job.name, data, {
      id,
      startAfter,
      singletonKey: singletonKey ?? id,
      db: fromDrizzle(db, sql),
    })
    return sent ?? undefined
  })
}

/** pg-boss reads its queues through a connection of its own; ours is the one of whoever is enqueuing. */
const caller = new AsyncLocalStorage<Database>()

let starting: Promise<PgBoss> | undefined

function sender(): Promise<PgBoss> {
  starting ??= startSender().catch((error) => {
    starting = undefined
    throw error
  })
  return starting
}

async function startSender(): Promise<PgBoss> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => throughCaller().executeSql(text, values) },
    clock: still,
    migrate: false,
    supervise: false,
    schedule: false,
    registerInstance: false,
    openTelemetry: { enabled: false },
  })
  return boss.start()
}

function throughCaller() {
  const db = caller.getStore()
  if (!db) throw new Error('a job is enqueued with a database')
  return fromDrizzle(db, sql)
}

/** The sender has nothing to do between two calls: no timer keeps the process awake. */
const still = {
  now: Date.now,
  setTimeout: () => undefined,
  setInterval: () => undefined,
  clearTimeout: () => {},
  clearInterval: () => {},
}
