import type { z } from 'zod'
import type { World } from '../world.ts'

/** A piece of work that runs apart from the request that causes it. */
export type Job<Payload = unknown> = {
  readonly name: string
  readonly payload: z.ZodType<Payload>
  readonly run: (payload: Payload, world: World) => Promise<void>
  /** False for what must never be tried again after a crash or an error; the job's comment says why. */
  readonly mayRunTwice: boolean
  /** How many of them run at once in one process. */
  readonly concurrency: number
}

type Definition<Payload> = Pick<Job<Payload>, 'name' | 'payload' | 'run'> & {
  mayRunTwice?: boolean
  concurrency?: number
}

/** Names a job (`outreach.send-wave`), what it is given, and what it does. Payloads hold identifiers, not copies. */
export const defineJob = <Payload>(definition: Definition<Payload>): Job<Payload> => ({
  mayRunTwice: true,
  concurrency: 1,
  ...definition,
})
