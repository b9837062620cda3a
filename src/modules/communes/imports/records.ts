import type { Content } from '#platform/files/read-content.ts'
import { type RowRefusal, refusal } from './observation.ts'

/** A row of a sheet or an object of a list, by its field names. */
export type SourceRecord = { readonly row: number; readonly fields: Readonly<Record<string, unknown>> }

/** Gives the records of a file. A row with more or fewer cells than the header is refused: its cells may have slid. */
export function* recordsOf(content: Content): Generator<SourceRecord | RowRefusal> {
  if (content.kind === 'json') return yield* listIn(content.value).map(recordOf)

  const { header, rows } = content.table
  for (const { number, cells } of rows) {
    if (fits(cells, header.length, content.isRagged)) yield { row: number, fields: byTitle(header, cells) }
    else yield refusal(number, 'wrong-cell-count', { said: `${cells.length} / ${header.length}` })
  }
}

/** The titles of a sheet's columns, or the field names of a list's first object. */
export function titlesOf(content: Content): readonly string[] {
  if (content.kind === 'table') return content.table.header

  return Object.keys(listIn(content.value).find(isFields) ?? {})
}

const recordOf = (fields: unknown, at: number) =>
  isFields(fields) ? { row: at + 1, fields } : refusal(at + 1, 'not-a-record')

const fits = (cells: readonly string[], width: number, isRagged: boolean) =>
  (cells.length >= width || isRagged) && cells.slice(width).every((cell) => cell.trim() === '')

const byTitle = (header: readonly string[], cells: readonly string[]) => {
  const fields: Record<string, string> = {}
  for (const [at, title] of header.entries()) fields[title] = cells[at] ?? ''
  return fields
}

const lists = ['service', 'results', 'records', 'data']

/** The list of a JSON file: the file itself, or the field where official exports keep it. */
export function listIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  if (!isFields(value)) return []

  return lists.map((name) => value[name]).find((list): list is unknown[] => Array.isArray(list)) ?? []
}

export const isFields = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A cell as trimmed text; a missing one is empty. */
export const textOf = (value: unknown) =>
  typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : ''

/** A title without accents, case or punctuation, so that « N° Téléphone » is `n telephone`. */
export const plainTitle = (title: string) =>
  title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
