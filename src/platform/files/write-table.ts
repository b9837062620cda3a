import { strToU8, zipSync } from 'fflate'
import { xmlText } from '#values/xml-text.ts'

/** What a cell of an exported table may hold; a number stays a number in a spreadsheet, a date stays a date. */
export type Cell = string | number | Date | null | undefined

export type TableColumn<Row> = { readonly label: string; readonly value: (row: Row) => Cell }

/** A table as CSV for a French spreadsheet: UTF-8 with its mark, semicolons, one line per row. */
export function csvOf<Row>(columns: readonly TableColumn<Row>[], rows: readonly Row[]): string {
  const lines = [
    columns.map(({ label }) => label),
    ...rows.map((row) => columns.map(({ value }) => value(row))),
  ]
  return `\uFEFF${lines.map((cells) => cells.map(csvCell).join(';')).join('\r\n')}\r\n`
}

/** The same table as an OpenDocument spreadsheet of one sheet. */
export function odsOf<Row>(
  name: string,
  columns: readonly TableColumn<Row>[],
  rows: readonly Row[],
): Uint8Array {
  const lines = [
    columns.map(({ label }) => label),
    ...rows.map((row) => columns.map(({ value }) => value(row))),
  ]
  const sheet = lines
    .map((cells) => `<table:table-row>${cells.map(odsCell).join('')}</table:table-row>`)
    .join('')

  return zipSync({
    // The type is read at a fixed place of the file, so it comes first and is not packed (ODF 1.3, part 2, §3.3).
    mimetype: [strToU8(odsType), { level: 0 }],
    'META-INF/manifest.xml': strToU8(manifest),
    'content.xml': strToU8(
      `${contentStart}<table:table table:name="${xmlText(name)}">${sheet}</table:table>${contentEnd}`,
    ),
  })
}

/** The headers of a file to keep under this name. */
export const download = (name: string, type: keyof typeof types) => ({
  'content-type': types[type],
  'content-disposition': `attachment; filename="${name}.${type}"`,
})

const odsType = 'application/vnd.oasis.opendocument.spreadsheet'

const types = { csv: 'text/csv; charset=utf-8', ods: odsType, geojson: 'application/geo+json' } as const

// A cell that begins like a formula would be run by the spreadsheet: an apostrophe makes it text again.
function csvCell(cell: Cell) {
  if (cell instanceof Date) return isoDay(cell)
  if (typeof cell === 'number') return String(cell).replace('.', ',')
  const text =
    /^[=+\-@\t\r]/.test(cell ?? '') && !/^\+?[\d .-]+$/.test(cell ?? '') ? `'${cell}` : (cell ?? '')
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function odsCell(cell: Cell) {
  if (cell === null || cell === undefined || cell === '') return '<table:table-cell/>'
  if (typeof cell === 'number')
    return `<table:table-cell office:value-type="float" office:value="${cell}"><text:p>${cell}</text:p></table:table-cell>`
  if (cell instanceof Date) {
    const day = isoDay(cell)
    return `<table:table-cell office:value-type="date" office:date-value="${day}"><text:p>${day}</text:p></table:table-cell>`
  }
  const paragraphs = cell.split('\n').map((line) => `<text:p>${xmlText(line)}</text:p>`)
  return `<table:table-cell office:value-type="string">${paragraphs.join('')}</table:table-cell>`
}

const parisDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' })
const isoDay = (date: Date) => parisDay.format(date)

const office = 'urn:oasis:names:tc:opendocument:xmlns'
const manifest = `<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="${office}:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${odsType}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`
const contentStart = `<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="${office}:office:1.0" xmlns:table="${office}:table:1.0" xmlns:text="${office}:text:1.0" office:version="1.3"><office:body><office:spreadsheet>`
const contentEnd = '</office:spreadsheet></office:body></office:document-content>'
