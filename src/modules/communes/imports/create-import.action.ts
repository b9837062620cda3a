import type { Database } from '#platform/database/database.ts'
import type { ReceivedFile } from '#platform/files/stored-files.ts'
import { accept, refuse } from '#values/decision.ts'
import type { ColumnMapping } from './column-mapping.ts'
import type { Format } from './formats.ts'
import { insertImport, saveImport } from './imports.queries.ts'
import type { Day } from './observation.ts'
import { keepFile, openFile } from './receive-file.action.ts'
import { requestCheck } from './request-check.action.ts'

type Wanted = {
  /** Drawn by the form, so that posting it twice makes one import. */
  readonly id: string
  readonly from: ReceivedFile | { readonly url: string }
  readonly format: Format | null
  readonly sourceLabel: string
  readonly sourceDate: Day
  readonly mapping?: ColumnMapping
  readonly createdBy: string
}

/** Receives a file, or notes its address, without asking for its dry run. */
export async function receiveImport(db: Database, { id, from, ...wanted }: Wanted, now = new Date()) {
  const file = 'url' in from ? null : openFile(from)
  if (file && !file.ok) return refuse(file.reason)

  return db.transaction(async (tx) => {
    const row = { id, ...wanted, state: 'uploaded' as const, createdAt: now, ...named(from) }
    const isNew = await insertImport(tx, row)
    if (isNew && file) await saveImport(tx, id, { fileId: await keepFile(tx, file.value, now) })
    return accept({ id, isNew })
  })
}

/** The same, followed by its dry run in the background: what the page does. */
export function createImport(db: Database, wanted: Wanted, now = new Date()) {
  return db.transaction(async (tx) => {
    const received = await receiveImport(tx, wanted, now)
    if (received.ok && received.value.isNew) await requestCheck(tx, wanted.id)
    return received
  })
}

const named = (from: Wanted['from']) =>
  'url' in from ? { fileName: from.url, sourceUrl: from.url } : { fileName: from.name }
