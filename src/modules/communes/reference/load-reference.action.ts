import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import type { Database } from '#platform/database/database.ts'
import { plainName } from '../search/plain-words.ts'
import {
  countForPlanner,
  endVanishedCommunes,
  loadedVersion,
  saveCommunes,
  saveEpcis,
  saveLoadedVersion,
  saveShippedContours,
  saveSuccessions,
  waitForMyTurn,
} from './shipped-reference.queries.ts'
import { type Columns, type France, type Seat, withSeats } from './shipped-reference.ts'

const FRANCE_SOURCE = 'INSEE, code officiel géographique 2026'
const CONTOURS_SOURCE = 'IGN, ADMIN EXPRESS (simplifié par l’ANCT)'
const CONTOURS_DATE = '2025-11-01'

/**
 * Brings the territory's tables to the edition shipped with the code, in one transaction. May run twice: an edition
 * already recorded is not read again. Says whether it had anything to load.
 */
export async function loadReference(db: Database, now = new Date()) {
  const files = {
    france: shipped('france.json.gz'),
    seats: shipped('nord-town-halls.json'),
    contours: shipped('nord-contours.topojson'),
  }
  const version = versionOf(Object.values(files))
  if ((await loadedVersion(db)) === version) return false

  return db.transaction(async (tx) => {
    await waitForMyTurn(tx)
    if ((await loadedVersion(tx)) === version) return false

    const france = readFrance(files.france, files.seats)
    await saveEpcis(tx, france)
    await saveCommunes(tx, france)
    await endVanishedCommunes(tx, france)
    await saveSuccessions(tx, france)
    await saveShippedContours(tx, readContours(files.contours), CONTOURS_SOURCE, CONTOURS_DATE)
    await countForPlanner(tx)
    await saveLoadedVersion(tx, version, now)
    return true
  })
}

const shipped = (name: string) => readFileSync(new URL(name, import.meta.url))

function versionOf(files: readonly Buffer[]) {
  const hash = createHash('sha256')
  for (const file of files) hash.update(file)

  return hash.digest('hex').slice(0, 16)
}

function readFrance(packed: Buffer, seats: Buffer) {
  const france: France = { source: FRANCE_SOURCE, ...JSON.parse(gunzipSync(packed).toString()) }
  const known: Seat[] = JSON.parse(seats.toString())

  return withSeats(france, known, plainName)
}

function readContours(file: Buffer): Columns {
  const topology: Topology<{ communes: GeometryCollection<{ INSEE_GEO: string }> }> = JSON.parse(
    file.toString(),
  )
  const { features } = feature(topology, topology.objects.communes)

  return {
    insee: features.map(({ properties }) => properties.INSEE_GEO).join('\n'),
    geometry: features.map(({ geometry }) => JSON.stringify(geometry)).join('\n'),
  }
}
