import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { digestOf } from '#platform/digest.ts'
import type { World } from '#platform/world.ts'
import { loadedEdition, saveLoadedEdition, waitToLoad } from '../../sources/loads.queries.ts'
import { type Reading, readPubliccode } from '../reading/read-publiccode.ts'
import { importReadings } from './import-readings.action.ts'

const folder = join(import.meta.dirname, '../shipped')

/** The files shipped in one folder. */
export function shippedFiles(name: string): Reading[] {
  const inside = join(folder, name)
  return readdirSync(inside)
    .filter((file) => file.endsWith('.yml'))
    .toSorted()
    .map((file) =>
      readPubliccode(readFileSync(join(inside, file)), file.replace('.publiccode.yml', '/publiccode.yml')),
    )
}

/** Brings the shipped files into the catalogue when they have changed since the last time; says whether. May run twice. */
export async function loadShippedPubliccode({ db, clock }: World) {
  const sets = [
    { source: 'dinum-2024', sourceDate: '2024-10-15', readings: shippedFiles('dinum-2024') },
    { source: 'publiccode', sourceDate: null, readings: shippedFiles('projects') },
  ] as const
  const version = digestOf(sets.map(({ readings }) => readings.map(({ text }) => text)))
  if ((await loadedEdition(db, load)) === version) return false

  return db.transaction(async (tx) => {
    await waitToLoad(tx)
    if ((await loadedEdition(tx, load)) === version) return false
    for (const { readings, ...from } of sets) await importReadings(tx, readings, { ...from, now: clock() })
    await saveLoadedEdition(tx, load, version, clock())
    return true
  })
}

const load = 'publiccode'
