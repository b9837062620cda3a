import type { Database } from '#platform/database/database.ts'
import type { Reading } from '../reading/read-publiccode.ts'
import { type FileFinding, importReadings } from './import-readings.action.ts'
import { insertImport } from './publiccode-imports.queries.ts'

/** Says what importing files would do, by doing it in a transaction that is not kept. */
export async function foreseeImport(db: Database, readings: readonly Reading[], now: Date) {
  const done: FileFinding[] = []
  await db
    .transaction(async (tx) => {
      done.push(...(await importReadings(tx, readings, { source: 'publiccode', now })))
      throw new Foreseen()
    })
    .catch((error: unknown) => {
      if (!(error instanceof Foreseen)) throw error
    })
  return done
}

class Foreseen extends Error {}

/** Keeps files that a person brought, with what importing them would do; the catalogue does not change. */
export async function checkFiles(
  db: Database,
  { id, by, readings }: { readonly id: string; readonly by: string; readonly readings: readonly Reading[] },
  now: Date,
) {
  const findings = await foreseeImport(db, readings, now)
  const files = readings.map(({ name, text, faults, isValid, file }, at) => ({
    fileName: name,
    text,
    faults,
    isValid,
    name: typeof file.name === 'string' ? file.name : null,
    finding: findings[at]?.finding ?? 'refused',
    softwareId: null,
  }))
  await db.transaction((tx) => insertImport(tx, { id, createdBy: by, createdAt: now }, files))
}
