import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Database } from '#platform/database/database.ts'
import { addProviders, holdsEdition } from './shipped-providers.queries.ts'
import { readProviders, trainingSource, trainingSourceDate } from './training-providers.ts'

/**
 * Begins the census with the only openly licensed list of companies: providers of training, who have declared nothing to
 * us. May run twice: an edition already loaded is not read again.
 */
export async function loadTrainingProviders(db: Database, now: Date) {
  const edition = { source: trainingSource, sourceDate: trainingSourceDate }
  if (await holdsEdition(db, edition)) return false

  const file = readFileSync(new URL('training-providers.yml', import.meta.url), 'utf8')
  await addProviders(db, readProviders(parse(file)), { ...edition, now })
  return true
}
