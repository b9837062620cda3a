import { readdirSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { parse as parseCsv } from 'csv-parse/sync'
import { parse as parseYaml } from 'yaml'
import type { Database } from '#platform/database/database.ts'
import { digestOf } from '#platform/digest.ts'
import type { World } from '#platform/world.ts'
import type { RecordFinding, RecordInput } from '../software/record.ts'
import { saveRecords } from '../software/save-record.action.ts'
import { countSheetsForPlanner, loadedEdition, saveLoadedEdition, waitToLoad } from './loads.queries.ts'
import type { Fiche } from './read-fiches.ts'
import type { CrosswalkRow, OldSillRow, SillRow } from './read-sill.ts'
import { isOptionalEdition, mainRecords, optionalEditions, optionalRecords } from './shipped-editions.ts'

// To be raised when the reading changes, so that what is already loaded is read again.
const READING = 1

/**
 * Brings the sheets to the edition shipped with the code, in one transaction; an edition already recorded is not read
 * again. What was added on request is brought up to date too. May run twice. Says whether it had anything to load.
 */
export async function loadShippedSheets({ db, clock }: Pick<World, 'db' | 'clock'>) {
  const wasLoaded = await loadOnce(db, 'main', mainVersion(), clock(), readMain)
  for (const edition of Object.keys(optionalEditions)) {
    if (isOptionalEdition(edition) && (await loadedEdition(db, edition)) !== undefined)
      await loadOptional(db, edition, clock())
  }
  return wasLoaded !== false
}

/** Adds one of the optional sources, or brings it up to date. */
export function loadOptional(db: Database, edition: keyof typeof optionalEditions, now: Date) {
  const file = shipped(optionalEditions[edition])
  return loadOnce(db, edition, versionOf([file]), now, () =>
    optionalRecords(edition, JSON.parse(gunzipSync(file).toString())),
  )
}

/** Loads an edition unless it is there already; what it found, or false when there was nothing to do. */
async function loadOnce(
  db: Database,
  name: string,
  version: string,
  now: Date,
  read: () => readonly RecordInput[],
): Promise<readonly RecordFinding[] | false> {
  if ((await loadedEdition(db, name)) === version) return false

  return db.transaction(async (tx) => {
    await waitToLoad(tx)
    if ((await loadedEdition(tx, name)) === version) return false

    const findings = await saveRecords(tx, read(), { now })
    await countSheetsForPlanner(tx)
    await saveLoadedEdition(tx, name, version, now)
    return findings
  })
}

const folder = new URL('./shipped/', import.meta.url)
const ficheFolder = new URL('./fiches/', import.meta.url)
const shipped = (name: string) => readFileSync(new URL(name, folder))
const ficheFiles = () =>
  readdirSync(ficheFolder)
    .filter((name) => name.endsWith('.yml'))
    .sort()
    .map((name) => readFileSync(new URL(name, ficheFolder)))
const mainFiles = () => ['sill-2022.json.gz', 'sill-2021.csv.gz', 'crosswalk.csv.gz'].map(shipped)

const mainVersion = () => versionOf([...mainFiles(), ...ficheFiles()])

const versionOf = (files: readonly Buffer[]) =>
  digestOf([READING, ...files.map((file) => file.toString('base64'))]).slice(0, 16)

/** The records of the main layer as they are shipped. */
export function readMain() {
  const [sill, oldSill, crosswalk] = mainFiles().map((file) => gunzipSync(file).toString())
  return mainRecords({
    sill: JSON.parse(sill ?? '[]') as SillRow[],
    oldSill: rowsOf<OldSillRow>(oldSill),
    crosswalk: rowsOf<CrosswalkRow>(crosswalk),
    fiches: ficheFiles().flatMap((file) => parseYaml(file.toString()) as Fiche[]),
  })
}

const rowsOf = <Row>(text = '') =>
  parseCsv(text, { columns: true, bom: true, relax_column_count: true, relax_quotes: true }) as Row[]
