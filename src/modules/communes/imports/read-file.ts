import type { Content } from '#platform/files/read-content.ts'
import { accept, refuse } from '#values/decision.ts'
import { type ColumnMapping, checkMapping } from './column-mapping.ts'
import type { Format } from './formats.ts'
import type { Note } from './observation.ts'
import { readColumns } from './read-columns.ts'
import { readContours } from './read-contours.ts'
import { readDila } from './read-dila.ts'
import { readDpnt } from './read-dpnt.ts'
import { readRneMayors } from './read-rne-mayors.ts'
import type { ReadingContext } from './reading.ts'
import { plainTitle, recordsOf } from './records.ts'

const required: Record<'dpnt' | 'dila' | 'rne-mayors', readonly string[]> = {
  dpnt: ['siret', 'adresse_messagerie'],
  dila: ['pivot'],
  'rne-mayors': ['Code de la commune', 'Nom de l’élu', 'Prénom de l’élu'],
}
const readers = { dpnt: readDpnt, dila: readDila, 'rne-mayors': readRneMayors }

type Wish = ReadingContext & { readonly format: Format; readonly mapping: ColumnMapping }

/** Reads a whole file in a format: a note per datum, or the reason why nothing in it can be read. */
export function readFile(content: Content, { format, mapping, ...context }: Wish) {
  if (format === 'contours') return contoursOf(content, context)

  const { records, refusals } = recordsOf(content)
  const header = titlesOf(content, records[0]?.fields)
  if (records.length + refusals.length === 0) return refuse('nothing-read')
  if (format === 'columns') {
    const checked = checkMapping(mapping, header)
    return checked.ok ? accept<Note[]>([...refusals, ...readColumns(records, mapping, context)]) : checked
  }

  const plain = new Set(header.map(plainTitle))
  if (required[format].some((title) => !plain.has(plainTitle(title)))) return refuse('missing-column')
  return accept<Note[]>([...refusals, ...readers[format](records, context)])
}

export type ReadingRefusal = Extract<ReturnType<typeof readFile>, { ok: false }>['reason']

/** The titles of a sheet's columns, or the field names of a list's first object. */
export function titlesOf(content: Content, first: Readonly<Record<string, unknown>> = {}) {
  return content.kind === 'table' ? content.table.header : Object.keys(first)
}

function contoursOf(content: Content, context: ReadingContext) {
  const notes = content.kind === 'json' ? readContours(content.value, context) : []

  return notes.length === 0 ? refuse('nothing-read') : accept(notes)
}
