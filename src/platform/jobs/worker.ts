import { sql } from 'drizzle-orm'
import { PgBoss } from 'pg-boss'
import type { World } from '../world.ts'
import type { Job } from './job.ts'
import { ensureQueue } from './queue.ts'

export type Schedule = { readonly job: Job; readonly cron: string; readonly payload: unknown }

type WorkerOptions = {
  /** The database's address: the worker waits for jobs on connections of its own. */
  url: string
  /** No other process works on this database: what is marked as running was interrupted. */
  isAlone?: boolean
}

// biome-ignore lint/suspicious/noExplicitAny: each job has its own payload; it is parsed by the job's schema
type AnyJob = Job<any>

/** Runs the jobs of all modules, and those of the clock, until the function it gives is called. */
export async function startWorker(
  jobs: readonly AnyJob[],
  schedules: readonly Schedule[],
  world: World,
  { url, isAlone = false }: WorkerOptions,
): Promise<() => Promise<void>> {
  const boss = new PgBoss({
    connectionString: url,
    application_name: 'beffroi worker',
    max: 4,
    migrate: false,
    useListenNotify: true,
    registerInstance: false,
    openTelemetry: { enabled: false },
  })
  // the queue tries again by itself, as when PostgreSQL was brought back
  boss.on('error', ({ message }) => world.log.warn({ message }, 'job queue'))
  await boss.start()

  if (isAlone) await retryInterrupted(boss, world)
  for (const job of jobs) await ensureQueue(world.db, job)
  await plan(boss, schedules)
  for (const job of jobs) await work(boss, job, world)

  return () => boss.stop({ timeout: 20_000 })
}

function work(boss: PgBoss, job: AnyJob, world: World) {
  const options = {
    localConcurrency: job.concurrency,
    pollingIntervalSeconds: 2,
    notifyPollingIntervalSeconds: 5, // jobs set for later are not announced, only found
  }
  return boss.work(job.name, options, async ([taken]) => {
    if (!taken) return

    try {
      await job.run(job.payload.parse(taken.data), world)
    } catch (error) {
      world.log.error({ err: error, job: job.name, id: taken.id }, 'job failed')
      throw error
    }
  })
}

/** A killed process leaves its jobs marked as running; they go back to the queue, or fail where they may not run twice. */
async function retryInterrupted(boss: PgBoss, { db, log }: World) {
  const active = await db.execute<{ name: string; id: string }>(
    sql`select name, id from pgboss.job where state = 'active'`,
  )
  for (const { name, id } of active) {
    log.warn({ job: name, id }, 'job was interrupted')
    await boss.fail(name, id, { message: 'interrupted' })
  }
}

async function plan(boss: PgBoss, schedules: readonly Schedule[]) {
  const known = await boss.getSchedules()
  const wanted = new Set(schedules.map(({ job }) => job.name))
  for (const { name } of known) if (!wanted.has(name)) await boss.unschedule(name)

  for (const { job, cron, payload } of schedules) {
    if (known.some(({ name, cron: since }) => name === job.name && since === cron)) continue
    await boss.schedule(job.name, cron, payload as object, { tz: 'Europe/Paris' })
  }
}
