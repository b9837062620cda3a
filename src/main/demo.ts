import { readConfig } from '#platform/config.ts'
import { emptyDatabase, migrate } from '#platform/database/migrate.ts'
import { openDatabase } from '#platform/database/open.ts'
import { StartRefused } from '#platform/start-refused.ts'
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
    for (const { name, demonstrate } of modules) {
      if (demonstrate && !isJson && process.stderr.isTTY) process.stderr.write(`démonstration : ${name}…\n`)
      await demonstrate?.(world)
    }
    const told = 'La démonstration est prête : npm start -- --demo l’ouvre.'
    process.stdout.write(`${isJson ? JSON.stringify({ filled: true }) : told}\n`)
  } finally {
    await database.close()
  }
}
