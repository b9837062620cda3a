import type { Database } from '#platform/database/database.ts'
import { type Content, type ContentRefusal, readContent } from '#platform/files/read-content.ts'
import { type ReceivedFile, storeFile } from '#platform/files/stored-files.ts'
import { writePlainCsv } from '#platform/files/write-plain-csv.ts'
import { accept, type Decision, refuse } from '#values/decision.ts'
import { withholdColumns, withholdFields } from './withhold-columns.ts'

/**
 * Opens a file at the door: refuses what cannot be read, and drops what must never be kept (birth dates,
 * occupations) before anything is written.
 */
export function openFile(file: ReceivedFile): Decision<ReceivedFile, ContentRefusal> {
  const content = readContent(file.bytes)
  if (!content.ok) return refuse(content.reason)

  const lighter = withheld(content.value)
  return accept(lighter === undefined ? file : { ...file, bytes: new TextEncoder().encode(lighter) })
}

/** Keeps an opened file; gives its identifier. */
export const keepFile = (db: Database, file: ReceivedFile, now: Date) => storeFile(db, file, now)

function withheld(content: Content): string | undefined {
  if (content.kind === 'json') {
    const value = withholdFields(content.value)
    return value === undefined ? undefined : JSON.stringify(value)
  }

  const table = withholdColumns(content.table)
  return table && writePlainCsv(numbered(table))
}

/** Blank rows are written again, so that rows keep the number they had. */
function* numbered({
  header,
  rows,
}: {
  header: readonly string[]
  rows: readonly { number: number; cells: readonly string[] }[]
}) {
  let next = 2
  yield header
  for (const { number, cells } of rows) {
    for (; next < number; next++) yield []
    yield cells
    next = number + 1
  }
}
