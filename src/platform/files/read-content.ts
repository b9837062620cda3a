import { accept, type Decision, refuse } from '#values/decision.ts'
import { decodeText, type Encoding } from './decode-text.ts'
import { type FileKind, fileKind } from './file-kind.ts'
import { gunzip } from './gunzip.ts'
import { readCsv } from './read-csv.ts'
import { readOds } from './read-ods.ts'
import type { Table } from './table.ts'

/** A sheet; `isRagged` when its format leaves out the last empty cells of a row (a spreadsheet does, a CSV does not). */
export type SheetContent = {
  readonly kind: 'table'
  readonly table: Table
  readonly encoding: Encoding
  readonly isRagged: boolean
}

/** What a file holds once its wrapping is off: a sheet, or the value of a JSON text. */
export type Content =
  | SheetContent
  | { readonly kind: 'json'; readonly value: unknown; readonly encoding: Encoding }

export type ContentRefusal =
  | Exclude<FileKind, 'gzip' | 'ods' | 'json' | 'text'>
  | 'too-large'
  | 'truncated'
  | 'damaged'
  | 'unclosed-quote'
  | 'invalid-json'
  | 'no-rows'

/** Uncompressed, no file may be larger: one of the whole country takes a third of it. */
export const largestFile = 200 * 1024 * 1024

/** Reads a CSV, JSON or ODS file, compressed with gzip or not. The bytes decide, never the name. */
export function readContent(bytes: Uint8Array, limit = largestFile): Decision<Content, ContentRefusal> {
  const kind = fileKind(bytes)
  if (kind === 'gzip') {
    const inner = gunzip(bytes, limit)
    if (!inner.ok) return inner
    return fileKind(inner.value) === 'gzip' ? refuse('damaged') : readContent(inner.value, limit)
  }
  if (bytes.length > limit) return refuse('too-large')
  if (kind === 'ods') return asTable(readOds(bytes, limit), 'utf-8', true)
  if (kind !== 'json' && kind !== 'text') return refuse(kind)

  const { text, encoding } = decodeText(bytes)
  return kind === 'json' ? readJson(text, encoding) : asTable(readCsv(text), encoding, false)
}

function asTable(read: Decision<Table, ContentRefusal>, encoding: Encoding, isRagged: boolean) {
  if (!read.ok) return read
  if (read.value.rows.length === 0) return refuse('no-rows')

  return accept({ kind: 'table' as const, table: read.value, encoding, isRagged })
}

/** JSON, or one JSON value a line. */
function readJson(text: string, encoding: Encoding) {
  const value = parsed(text) ?? parsed(`[${text.trim().replace(/\r?\n(?=\s*\{)/g, ',')}]`)

  return value === undefined ? refuse('invalid-json') : accept({ kind: 'json' as const, value, encoding })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
