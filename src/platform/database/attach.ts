import { setTimeout as pause } from 'node:timers/promises'
import postgres from 'postgres'
import { type EmbeddedOptions, startEmbedded } from './embedded.ts'

export type Attached = {
  port: number
  /** The address of one of its databases, password included. */
  url(database: string): string
  /** The session that says we are here; what it holds dies with us. */
  presence: postgres.Sql
  /** Goes away; stops PostgreSQL when nobody else is attached to it. */
  leave(): Promise<void>
}

export type AttachOptions = EmbeddedOptions & { name?: string; onLost?: () => void }

/**
 * Joins the PostgreSQL of a data directory, started if need be. Each program that uses it holds one shared lock;
 * the last to leave finds itself alone and stops it. No file to clean after a crash: the lock goes with the process.
 */
export async function attach(options: AttachOptions): Promise<Attached> {
  for (let attempt = 1; ; attempt++) {
    const embedded = await startEmbedded(options)
    let isLeaving = false
    const presence = postgres(embedded.url('postgres'), {
      max: 1,
      idle_timeout: 0,
      max_lifetime: null,
      onnotice: () => {},
      onclose: () => isLeaving || options.onLost?.(),
      connection: { application_name: options.name ?? 'beffroi' },
    })
    try {
      await presence`select pg_advisory_lock_shared(${presenceLock})`
    } catch (error) {
      isLeaving = true
      await presence.end({ timeout: 1 })
      if (attempt === 5) throw error
      await pause(100 * attempt) // the last one to leave was stopping it
      continue
    }

    const leave = async () => {
      isLeaving = true
      const isLast = await isAlone(presence)
      if (isLast) await embedded.stop()
      await presence.end({ timeout: 1 })
    }
    return { port: embedded.port, url: embedded.url, presence, leave }
  }
}

const presenceLock = 7_335_000

async function isAlone(presence: postgres.Sql): Promise<boolean> {
  try {
    await presence`select pg_advisory_unlock_shared(${presenceLock})`
    const [row] = await presence`select pg_try_advisory_lock(${presenceLock}) as alone`
    return row?.alone === true
  } catch {
    return false // PostgreSQL has already gone
  }
}
