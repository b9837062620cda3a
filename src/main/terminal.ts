import { readConfig } from '#platform/config.ts'
import { migrate } from '#platform/database/migrate.ts'
import { openDatabase } from '#platform/database/open.ts'
import type { Terminal } from '#platform/module.ts'
import { modules } from './modules.ts'
import { createWorld } from './world.ts'

/** Opens the world for one command: beside the server that runs, or on a database started for the occasion. */
export const openTerminal = (isDemo: () => boolean): Terminal => ({
  async withWorld(run) {
    const config = readConfig({ isDemo: isDemo() })
    const database = await openDatabase(config, { as: 'command' })
    try {
      await migrate(database.sql)
      const world = createWorld(config, database.db)
      for (const module of modules) await module.onStart?.(world)
      return await run(world)
    } finally {
      await database.close()
    }
  },
})
