import type { Command } from 'commander'
import type { Hono } from 'hono'
import type { Role } from '#values/role.ts'
import type { Visitor } from '#values/visitor.ts'
import type { Env } from './http/app.ts'
import type { Job } from './jobs/job.ts'
import type { Permission } from './permissions.ts'
import type { World } from './world.ts'

/**
 * An entry of the workshop's rail, shown to the roles that may follow it; `order` follows the workflow. One with `under`, the
 * address of another entry, is shown below that one to whoever is there.
 */
export type NavigationEntry = {
  readonly label: string
  readonly href: string
  readonly order: number
  readonly who: readonly Role[]
  readonly under?: string
}

/** A job run by the clock; `cron` in five fields, Europe/Paris. */
export type Schedule = { readonly job: Job; readonly cron: string; readonly payload: unknown }

/** How a command of the terminal opens the world: the database is up when `run` begins, and left as it was after. */
export type Terminal = {
  readonly withWorld: <Result>(run: (world: World) => Promise<Result>) => Promise<Result>
}

/**
 * A page that is also a file: at its own address followed by `.json`, `.csv`…, or when the `Accept` header asks for that
 * type first (RFC 9110 §12.5.1). `page` is written as its route (`/software/:slug`).
 */
export type Twins = { readonly page: string; readonly formats: readonly TwinFormat[] }

/** What a client may ask by `Accept`, and the end of the address that answers it. */
export const twinTypes = {
  json: 'application/json',
  jsonld: 'application/ld+json',
  csv: 'text/csv',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  atom: 'application/atom+xml',
  pdf: 'application/pdf',
} as const
export type TwinFormat = keyof typeof twinTypes

/** What a module contributes to Beffroi. The doors in src/main/ mount it; nothing else reads it. */
export type Module = {
  readonly name: string
  readonly permissions: readonly Permission[]
  readonly routes?: Hono<Env>
  readonly twins?: readonly Twins[]
  readonly navigation?: readonly NavigationEntry[]
  // biome-ignore lint/suspicious/noExplicitAny: each job has its own payload; the worker parses it by the job's schema
  readonly jobs?: readonly Job<any>[]
  readonly schedules?: readonly Schedule[]
  /** Adds its commands to the `./beffroi` program. */
  readonly commands?: (program: Command, terminal: Terminal) => void
  /** Runs once the database is migrated, before the first request: reference data. Must be quick when nothing changed. */
  readonly onStart?: (world: World) => Promise<void>
  /** Lines printed on the terminal once Beffroi answers, such as the first person's sign-in link. */
  readonly welcome?: (world: World) => Promise<readonly string[]>
  /** Who sends this request, from its cookies. One module only provides it. */
  readonly identify?: (world: World, request: Request) => Promise<Visitor>
  /** Fills the demonstration's database; modules are called in the order of their graph. */
  readonly demonstrate?: (world: World) => Promise<void>
}
