import type { Database } from '#platform/database/database.ts'
import type { RecordFinding, RecordInput } from '../../software/record.ts'
import { saveRecords } from '../../software/save-record.action.ts'
import { publiccodeFactsOf } from '../reading/facts-of.ts'
import type { Reading } from '../reading/read-publiccode.ts'
import { saveReadings } from '../readings.queries.ts'
import { liftUndone } from './publiccode-imports.queries.ts'
import { type PubliccodeSource, recordsOf } from './record-of.ts'

type From = { readonly source: PubliccodeSource; readonly sourceDate?: string | null; readonly now: Date }

/** What importing one file did. */
export type FileFinding = {
  readonly finding: 'added' | 'changed' | 'unchanged' | 'refused'
  readonly softwareId: string | null
  readonly proposals: readonly string[]
}

/**
 * Brings files into the catalogue; give a transaction. May run twice: a file already brought changes nothing. A file that says
 * neither a name nor an address is refused, the others are all taken, whatever their faults.
 */
export async function importReadings(
  tx: Database,
  readings: readonly Reading[],
  { source, sourceDate = null, now }: From,
): Promise<FileFinding[]> {
  const records = readings.map((reading) => recordsOf(reading, source, sourceDate))
  // of two files about one repository the last is kept: reading them again changes nothing
  const once = [...new Map(records.flat().map((record) => [keyOf(record), record])).values()]
  const saved = await saveRecords(tx, once, { now })
  const findings = new Map(once.map((record, at) => [keyOf(record), saved[at]]))
  await saveReadings(tx, keptOf(readings, records, now))
  const found = findingsOf(records, findings)
  await liftUndone(
    tx,
    found.flatMap(({ softwareId }) => softwareId ?? []),
  )

  return found
}

function keptOf(readings: readonly Reading[], records: readonly ReturnType<typeof recordsOf>[], now: Date) {
  const kept = readings.flatMap(({ name, file, faults, isValid }, at) => {
    const main = records[at]?.[0]
    return main
      ? [
          {
            source: main.source,
            externalId: main.externalId,
            fileName: name,
            facts: publiccodeFactsOf(file),
            faults,
            isValid,
            readAt: now,
          },
        ]
      : []
  })
  return [...new Map(kept.map((one) => [keyOf(one), one])).values()]
}

function findingsOf(
  records: readonly ReturnType<typeof recordsOf>[],
  findings: ReadonlyMap<string, RecordFinding | undefined>,
): FileFinding[] {
  return records.map((own) => {
    const said = own.map((record) => findings.get(keyOf(record))).filter((finding) => finding !== undefined)
    const [main] = said
    if (!main) return { finding: 'refused', softwareId: null, proposals: [] }
    const isChanged = main.change === 'unchanged' && said.some(({ change }) => change !== 'unchanged')
    return {
      finding: isChanged ? 'changed' : main.change,
      softwareId: main.softwareId,
      proposals: said.flatMap(({ proposals }) => proposals),
    }
  })
}

const keyOf = ({ source, externalId }: Pick<RecordInput, 'source' | 'externalId'>) =>
  `${source} ${externalId}`
