import { type Config, readConfig } from '#platform/config.ts'
import { migrate } from '#platform/database/migrate.ts'
import { type OpenedDatabase, openDatabase } from '#platform/database/open.ts'
import type { World } from '#platform/world.ts'
import { fillIfEmpty } from './demo.ts'
import { listen } from './listen.ts'
import { modules } from './modules.ts'
import { explainStop } from './refusal.ts'
import { createWeb } from './web.ts'
import { runWorker } from './worker.ts'
import { createWorld } from './world.ts'

type UpOptions = { isDemo?: boolean; withWorker?: boolean }

/** What `npm start` runs: database, migrations, reference data, web and worker; until it is asked to stop. */
export async function up({ isDemo = false, withWorker = true }: UpOptions = {}) {
  const config = readConfig({ isDemo })
  if (config.data.closed && !config.databaseUrl)
    say(
      `Les données sont dans ${config.data.path} : PostgreSQL ne peut pas entrer dans ${config.data.closed}.`,
    )

  const closing: Closing = []
  const stop = stopOnce(closing)
  const fail = (error: unknown) => {
    process.stderr.write(`${explainStop(error)}\n`)
    return stop(1)
  }
  const started = start(config, { withWorker, closing, fail }).catch(fail)
  const leave = () => started.then(() => stop(0))
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, leave)
  process.on('disconnect', leave) // whoever started us was killed
}

type Closing = (() => Promise<void> | void)[]
type Start = { withWorker: boolean; closing: Closing; fail: (error: unknown) => void }

async function start(config: Config, { withWorker, closing, fail }: Start) {
  const database = await openDatabase(config, {
    as: 'server',
    address: localAddress(config),
    say,
    onLost: fail,
  })
  closing.push(database.close)
  const world = await prepare(database, config)
  closing.push(world.mail.close)

  closing.push(await listen(createWeb(world, modules), config))
  const isAlone = !config.databaseUrl
  if (withWorker) closing.push(await runWorker(world, modules, { url: database.url, isAlone }))
  await welcome(world)
}

async function prepare(database: OpenedDatabase, config: Config): Promise<World> {
  await migrate(database.sql)
  const world = createWorld(config, database.db)
  for (const module of modules) await module.onStart?.(world)
  if (config.isDemo) await fillIfEmpty(world, say)
  return world
}

async function welcome(world: World) {
  const lines = [
    `Beffroi répond à ${localAddress(world.config)}${world.config.isDemo ? ' (démonstration)' : ''}`,
  ]
  for (const module of modules) lines.push(...((await module.welcome?.(world)) ?? []))
  for (const line of lines) say(line)
}

/** Undoes what was opened, last first: web and worker before the database. A second call changes nothing. */
function stopOnce(closing: Closing) {
  let isStopping = false
  return async (code: number) => {
    if (isStopping) return
    isStopping = true
    for (const close of closing.reverse()) await close()
    process.exit(code)
  }
}

const localAddress = ({ port }: { port: number }) => `http://localhost:${port}`

const say = (line: string) => process.stdout.write(`${line}\n`)
