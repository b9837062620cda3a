import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { digestOf } from '#platform/digest.ts'
import type { World } from '#platform/world.ts'
import { type Reading, readPubliccode } from '../reading/read-publiccode.ts'
import { importReadings } from './import-readings.action.ts'
import { isLoaded, markLoaded } from './shipped-files.queries.ts'

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

/** Brings the shipped files into the catalogue when they have changed since the last time. May run twice. */
export async function loadShippedPubliccode({ db, clock }: World) {
  const sets = [
    { source: 'dinum-2024', sourceDate: '2024-10-15', readings: shippedFiles('dinum-2024') },
    { source: 'publiccode', sourceDate: null, readings: shippedFiles('projects') },
  ] as const
  const version = digestOf(sets.map(({ readings }) => readings.map(({ text }) => text)))
  if (await isLoaded(db, version)) return

  await db.transaction(async (tx) => {
    for (const { readings, ...from } of sets) await importReadings(tx, readings, { ...from, now: clock() })
    await markLoaded(tx, version, clock())
  })
}
