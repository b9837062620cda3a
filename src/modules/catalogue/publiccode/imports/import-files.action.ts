import type { Database } from '#platform/database/database.ts'
import { accept, refuse } from '#values/decision.ts'
import { mergeAgain } from '../../software/save-record.action.ts'
import { readText } from '../reading/read-publiccode.ts'
import { importReadings } from './import-readings.action.ts'
import {
  bringBack,
  findImport,
  type ImportFile,
  listImportFiles,
  recordsBefore,
  saveFileFinding,
  saveImport,
  withdrawOrphans,
} from './publiccode-imports.queries.ts'
import { recordsOf } from './record-of.ts'

const source = 'publiccode'

/** Imports the files of a checked import for real. Done twice, it is done once. */
export function importFiles(db: Database, id: string, now: Date) {
  return db.transaction(async (tx) => {
    const found = await findImport(tx, id, true)
    if (found.state === 'undone') return refuse('already-undone')
    if (found.state === 'imported') return accept(found)

    const files = await listImportFiles(tx, id)
    const readings = files.map(readingOf)
    const before = await Promise.all(
      readings.map((reading) =>
        recordsBefore(
          tx,
          recordsOf(reading, source).map(({ source, externalId }) => ({ source, externalId })),
        ),
      ),
    )
    const findings = await importReadings(tx, readings, { source, now })
    for (const [at, { finding, softwareId }] of findings.entries())
      await saveFileFinding(tx, { importId: id, place: at, finding, softwareId, before: before[at] ?? [] })
    await saveImport(tx, id, { state: 'imported', importedAt: now })
    return accept(found)
  })
}

const readingOf = ({ text, fileName, faults, isValid }: ImportFile) => ({
  ...readText(text ?? '', fileName),
  faults,
  isValid,
})

/** Undoes an import: what it brought is taken away, what it changed is as before. Done twice, it is done once. */
export function undoImport(db: Database, id: string, by: string, now: Date) {
  return db.transaction(async (tx) => {
    const found = await findImport(tx, id, true)
    if (found.state === 'checked') return refuse('not-imported')
    if (found.state === 'undone') return accept(found)

    const files = await listImportFiles(tx, id)
    // of two files about one repository, the first knows what was there before both
    const touched = await bringBack(tx, files.flatMap(({ before }) => before).toReversed())
    await mergeAgain(tx, await withdrawOrphans(tx, touched, now), now)
    await saveImport(tx, id, { state: 'undone', undoneAt: now, undoneBy: by })
    return accept(found)
  })
}
