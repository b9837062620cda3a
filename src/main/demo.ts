import { sql } from 'drizzle-orm'
import { readConfig } from '#platform/config.ts'
import { emptyDatabase, migrate } from '#platform/database/migrate.ts'
import { openDatabase } from '#platform/database/open.ts'
import { StartRefused } from '#platform/start-refused.ts'
import type { World } from '#platform/world.ts'
import { modules } from './modules.ts'
import { createWorld } from './world.ts'

/** Fills the demonstration anew, on a database of its own beside the real one. Refuses while somebody has it open. */
export async function fillDemonstration({ isJson }: { isJson: boolean }) {
  const config = readConfig({ isDemo: true })
  const database = await openDatabase(config, { as: 'command' })
  try {
    const servedAt = database.embedded?.servedAt
    if (servedAt) {
      throw new StartRefused(`La démonstration est ouverte (${servedAt}) : arrêtez-la avant de la refaire.`)
    }
    await emptyDatabase(database.sql)
    await migrate(database.sql)
    const world = createWorld(config, database.db)
    for (const { onStart } of modules) await onStart?.(world)
    await demonstrate(world, (name) => {
      if (!isJson && process.stderr.isTTY) process.stderr.write(`démonstration : ${name}…\n`)
    })
    const told = 'La démonstration est prête : npm start -- --demo l’ouvre.'
    process.stdout.write(`${isJson ? JSON.stringify({ filled: true }) : told}\n`)
  } finally {
    await database.close()
  }
}

/** Fills a demonstration that nobody has filled yet, so that the first who opens it sees more than an empty page. */
export async function fillIfEmpty(world: World, say: (line: string) => void) {
  const founded = await world.db.execute(sql`select from programmes limit 1`)
  if (founded.length > 0) return

  say('La démonstration se remplit, une dizaine de secondes…')
  await demonstrate(world)
}

async function demonstrate(world: World, onModule?: (name: string) => void) {
  for (const module of modules) {
    if (module.demonstrate) onModule?.(module.name)
    await module.demonstrate?.(world)
  }
}
