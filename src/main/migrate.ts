import { readConfig } from '#platform/config.ts'
import { migrate } from '#platform/database/migrate.ts'
import { openDatabase } from '#platform/database/open.ts'

/** Brings the database up to the code, says what was applied, and stops. */
export async function migrateDatabase(isDemo: boolean) {
  const database = await openDatabase(readConfig({ isDemo }), { as: 'command' })
  try {
    const applied = await migrate(database.sql)
    process.stdout.write(
      applied.length === 0 ? 'La base est à jour.\n' : `Appliqué : ${applied.join(', ')}\n`,
    )
  } finally {
    await database.close()
  }
}
