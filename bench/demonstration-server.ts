// A server of its own for the bench of the pages: the demonstration on a fresh data directory, and a bare route.
import { sql } from 'drizzle-orm'
import { Hono } from 'hono'
import { readConfig } from '#platform/config.ts'
import { freePort } from '#platform/database/free-port.ts'
import { migrate } from '#platform/database/migrate.ts'
import { openDatabase } from '#platform/database/open.ts'
import type { Env } from '#platform/http/app.ts'
import { listen } from '../src/main/listen.ts'
import { modules } from '../src/main/modules.ts'
import { createWeb } from '../src/main/web.ts'
import { createWorld } from '../src/main/world.ts'
import { type BigDirectoryPaths, bigDirectoryPaths, fillBigDirectory } from './big-directory.ts'

/** What the bench must know to ask for pages: a member's cookie, a commune with a long journal, a reply code. */
export type Served = {
  readonly port: number
  readonly cookie: string
  readonly insee: string
  readonly code: string
  /** The two directories at the size they are measured at, and addresses of theirs. */
  readonly held: Record<string, number> | undefined
  readonly directory: BigDirectoryPaths
}

const [data = ''] = process.argv.slice(2)
const port = await freePort()
const config = readConfig({ isDemo: true, environment: { BEFFROI_DATA: data, PORT: String(port) } })
const database = await openDatabase(config, { as: 'command' })
await migrate(database.sql)
const world = createWorld(config, database.db)
for (const { onStart } of modules) await onStart?.(world)
for (const { demonstrate } of modules) await demonstrate?.(world)

const held = await fillBigDirectory(world.db)

const [found] = await world.db.execute<{ insee: string; code: string; user_id: string }>(sql`
  select (select insee from journal_entries group by insee order by count(*) desc, insee limit 1) as insee,
    (select reply_code from deliveries where reply_code is not null and state = 'posted' order by id limit 1) as code,
    (select m.user_id from memberships m join organisations o on o.id = m.organisation_id
     where o.kind = 'operator' limit 1) as user_id`)
if (!found) throw new Error('the demonstration is empty')
await world.db.execute(sql`insert into sessions (id, user_id, token, expires_at)
  values ('bench', ${found.user_id}, 'bench', now() + interval '1 day')`)

const web = new Hono<Env>()
  .get('/bare', (c) => c.html('<!doctype html><title>Beffroi</title>'))
  .route('/', createWeb(world, modules))
const stop = await listen(web, config)

process.on('message', async () => {
  await stop()
  await database.close()
  process.exit()
})
process.send?.({
  port,
  cookie: 'beffroi.session_token=bench.bench',
  insee: found.insee,
  code: found.code,
  held,
  directory: await bigDirectoryPaths(world.db),
} satisfies Served)
