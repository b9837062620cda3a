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
import type { Reader, ReadingContext } from './reading.ts'
import { plainTitle, recordsOf, titlesOf } from './records.ts'

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

  const titles = titlesOf(content)
  const checked = format === 'columns' ? checkMapping(mapping, titles) : checkTitles(titles, format)
  if (!checked.ok) return checked

  const read: Reader =
    format === 'columns' ? (record) => readColumns(record, mapping, context) : readers[format]
  const notes: Note[] = []
  for (const record of recordsOf(content)) {
    if ('fact' in record) notes.push(record)
    else notes.push(...read(record, context))
  }
  return notes.length === 0 ? refuse('nothing-read') : accept(notes)
}

export type ReadingRefusal = Extract<ReturnType<typeof readFile>, { ok: false }>['reason']

function checkTitles(titles: readonly string[], format: keyof typeof required) {
  const plain = new Set(titles.map(plainTitle))

  return required[format].every((title) => plain.has(plainTitle(title)))
    ? accept(titles)
    : refuse('missing-column')
}

function contoursOf(content: Content, context: ReadingContext) {
  const notes = content.kind === 'json' ? readContours(content.value, context) : []

  return notes.length === 0 ? refuse('nothing-read') : accept(notes)
}
