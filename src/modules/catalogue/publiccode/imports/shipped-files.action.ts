import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { digestOf } from '#platform/digest.ts'
import type { World } from '#platform/world.ts'
import { loadedEdition, saveLoadedEdition, waitToLoad } from '../../sources/loads.queries.ts'
import { type Reading, readPubliccode } from '../reading/read-publiccode.ts'
import { importReadings } from './import-readings.action.ts'

const folder = join(import.meta.dirname, '../shipped')

type ShippedFile = { readonly name: string; readonly bytes: Buffer }

function filesIn(name: string): ShippedFile[] {
  const inside = join(folder, name)
  return readdirSync(inside)
    .filter((file) => file.endsWith('.yml'))
    .toSorted()
    .map((file) => ({ name: file, bytes: readFileSync(join(inside, file)) }))
}

const read = ({ name, bytes }: ShippedFile) =>
  readPubliccode(bytes, name.replace('.publiccode.yml', '/publiccode.yml'))

/** The files shipped in one folder, read. */
export const shippedFiles = (name: string): Reading[] => filesIn(name).map(read)

/** Brings the shipped files into the catalogue when they have changed since the last time; says whether. May run twice. */
export async function loadShippedPubliccode({ db, clock }: World) {
  const sets = [
    { source: 'dinum-2024', sourceDate: '2024-10-15', files: filesIn('dinum-2024') },
    { source: 'publiccode', sourceDate: null, files: filesIn('projects') },
  ] as const
  // As they lie on the disk: an edition already loaded is not read as YAML at each start.
  const version = digestOf(sets.map(({ files }) => files.map(({ bytes }) => bytes.toString())))
  if ((await loadedEdition(db, load)) === version) return false

  return db.transaction(async (tx) => {
    await waitToLoad(tx)
    if ((await loadedEdition(tx, load)) === version) return false
    for (const { files, ...from } of sets)
      await importReadings(tx, files.map(read), { ...from, now: clock() })
    await saveLoadedEdition(tx, load, version, clock())
    return true
  })
}

const load = 'publiccode'
