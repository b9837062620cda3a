import { setTimeout as pause } from 'node:timers/promises'
import postgres from 'postgres'
import { startEmbedded } from './embedded.ts'
import type { EmbeddedOptions } from './launch.ts'

export type Attached = {
  port: number
  /** PostgreSQL ran before we came. */
  wasRunning: boolean
  /** The address of one of its databases, password included. */
  url(database: string): string
  /** The session that says we are here; what it holds dies with us. */
  presence: postgres.Sql
  /** Goes away; stops PostgreSQL when nobody else is attached to it. */
  leave(): Promise<void>
}

export type AttachOptions = EmbeddedOptions & {
  /** How the session shows itself to the others, at most 63 characters. */
  name?: string
  /** PostgreSQL has gone, and not because we left. */
  onLost?: () => void
}

/**
 * Joins the PostgreSQL of a data directory, started if need be. Each program that uses it holds one shared lock;
 * the last to leave finds itself alone and stops it. No file to clean after a crash: the lock goes with the process.
 */
export async function attach(options: AttachOptions): Promise<Attached> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await join(options)
    } catch (error) {
      if (!isPassing(error) || attempt === 100) throw error
      await pause(100) // the last one to leave was stopping it, or it recovers
    }
  }
}

async function join(options: AttachOptions): Promise<Attached> {
  const embedded = await startEmbedded(options)
  let isHere = false
  const presence = postgres(embedded.url('postgres'), {
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    onnotice: () => {},
    onclose: () => {
      if (!isHere) return
      isHere = false
      void presence.end({ timeout: 0 })
      options.onLost?.()
    },
    connection: { application_name: options.name ?? 'beffroi' },
  })
  try {
    await presence`select pg_advisory_lock_shared(${presenceLock})`
    isHere = true
  } catch (error) {
    await presence.end({ timeout: 0 })
    throw error
  }

  const leave = async () => {
    isHere = false
    if (await isAlone(presence)) await embedded.stop()
    await presence.end({ timeout: 1 })
  }
  return { ...embedded, presence, leave }
}

const presenceLock = 7_335_000

// connections refused or cut, by the system or by a PostgreSQL that stops, starts or recovers
const passing = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  '57P01',
  '57P02',
  '57P03',
])

const isPassing = (error: unknown) => passing.has(String((error as { code?: unknown }).code))

async function isAlone(presence: postgres.Sql): Promise<boolean> {
  try {
    await presence`select pg_advisory_unlock_shared(${presenceLock})`
    const [row] = await presence`select pg_try_advisory_lock(${presenceLock}) as alone`
    return row?.alone === true
  } catch {
    return false // PostgreSQL has already gone
  }
}
