import { type Config, readConfig } from '#platform/config.ts'
import type { Database } from '#platform/database/database.ts'
import type { Dns } from '#platform/dns.ts'
import { openLog } from '#platform/log.ts'
import { outboxTransport } from '#platform/mail/outbox.ts'
import type { World } from '#platform/world.ts'
import type { createWeb } from '../src/main/web.ts'
import { freshDatabase } from './database.ts'

const environment = {
  BASE_URL: 'http://localhost:3000',
  BEFFROI_SECRET: 'a secret of at least thirty-two characters for the tests',
}

type Given = { readonly config?: Partial<Config>; readonly clock?: () => Date; readonly names?: Names }

/** A world for tests on a database of its own: mail kept in the outbox, a silent log, the clock that is given. */
export const freshWorld = async (given: Given = {}): Promise<World> => worldOn(await freshDatabase(), given)

/** The same, on a database already there. */
export function worldOn(db: Database, { config, clock = () => new Date(), names }: Given = {}): World {
  const world: World = {
    db,
    config: { ...readConfig({ environment }), ...config },
    log: openLog('silent'),
    mail: outboxTransport(db, clock),
    dns: fakeDns(names),
    ownDoor: (path, init) => ask(path, init),
    clock,
  }
  const ask = askInside(world)
  return world
}

/** The whole application, opened the first time that somebody asks it something from outside. */
function askInside(world: World): World['ownDoor'] {
  let web: Promise<ReturnType<typeof createWeb>> | undefined
  return async (path, init) => {
    web ??= openWeb(world)
    return (await web).request(`${world.config.baseUrl}${path}`, init)
  }
}

// Every module is read only by the tests that need it.
async function openWeb(world: World) {
  const { createWeb } = await import('../src/main/web.ts')
  const { modules } = await import('../src/main/modules.ts')
  return createWeb(world, modules)
}

/** What the fake directory of names knows: the mail exchangers of a domain, the texts under a name. */
export type Names = {
  readonly mx?: Readonly<Record<string, readonly string[]>>
  readonly txt?: Readonly<Record<string, readonly string[]>>
}

export const fakeDns = ({ mx = {}, txt = {} }: Names = {}): Dns => ({
  mx: async (domain) => mx[domain] ?? [],
  txt: async (name) => txt[name] ?? [],
})
