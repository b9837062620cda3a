import { unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { accept, refuse } from '#values/decision.ts'
import { type TableRow, tableOf } from './table.ts'

const contents = 'content.xml'
// A spreadsheet repeats its last empty row or column up to the edge of the sheet: what is empty is not copied.
const widest = 1_024
const longest = 1_000_000

/** Reads the first sheet of an OpenDocument spreadsheet. Refuses what would grow past the limit once unzipped. */
export function readOds(bytes: Uint8Array, limit: number) {
  const xml = contentOf(bytes, limit)
  if (!xml.ok) return xml

  try {
    return accept(tableOf(firstSheet(new TextDecoder().decode(xml.value))))
  } catch (cause) {
    if (cause instanceof TooLong) return refuse('too-large')
    if (cause instanceof Error) return refuse('damaged')
    throw cause
  }
}

function contentOf(bytes: Uint8Array, limit: number) {
  let size = 0
  try {
    const files = unzipSync(bytes, {
      filter(file) {
        if (file.name !== contents) return false
        size = file.originalSize
        return size <= limit
      },
    })
    const content = files[contents]
    if (size > limit) return refuse('too-large')
    return content ? accept(content) : refuse('damaged')
  } catch (cause) {
    if (cause instanceof Error) return refuse('damaged')
    throw cause
  }
}

class TooLong extends Error {}

function firstSheet(xml: string) {
  const rows: TableRow[] = []
  const parser = new SaxesParser()
  let sheets = 0
  let number = 1
  let rowRepeats = 1
  let cellRepeats = 1
  let value: string | undefined
  let cells: string[] = []
  let paragraphs: string[] | null = null

  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'table:table') sheets++
    if (sheets !== 1) return
    if (name === 'table:table-row') {
      rowRepeats = repeats(attributes['table:number-rows-repeated'])
      cells = []
    }
    if (name === 'table:table-cell' || name === 'table:covered-table-cell') {
      cellRepeats = repeats(attributes['table:number-columns-repeated'])
      value = attributes['office:date-value'] ?? attributes['office:value']
      paragraphs = []
    }
    if (name === 'text:p') paragraphs?.push('')
    if (name === 'text:line-break') append('\n')
    if (name === 'text:s') append(' '.repeat(Math.min(repeats(attributes['text:c']), widest)))
  })
  parser.on('text', append)
  parser.on('closetag', ({ name }) => {
    if (sheets !== 1) return
    if (name === 'table:table-cell' || name === 'table:covered-table-cell') closeCell()
    if (name === 'table:table-row') closeRow()
  })
  parser.write(xml).close()
  return rows

  function append(text: string) {
    const last = paragraphs ? paragraphs.length - 1 : -1
    if (paragraphs && last >= 0) paragraphs[last] += text
  }

  // a date is kept as its ISO value; a number as it is shown, so that « 01400 » keeps its zero
  function closeCell() {
    const shown = (paragraphs ?? []).join('\n')
    const cell =
      value !== undefined && /^\d{4}-\d{2}-\d{2}/.test(value) ? value.slice(0, 10) : shown || (value ?? '')
    const copies = cell === '' ? Math.min(cellRepeats, widest) : cellRepeats
    if (cells.length + copies > widest && cell !== '') throw new TooLong()
    for (let copy = 0; copy < copies && cells.length < widest; copy++) cells.push(cell)
    paragraphs = null
  }

  function closeRow() {
    const width = cells.findLastIndex((cell) => cell !== '') + 1
    const kept = cells.slice(0, width)
    const copies = width === 0 ? 0 : rowRepeats
    if (rows.length + copies > longest) throw new TooLong()
    for (let copy = 0; copy < copies; copy++) rows.push({ number: number + copy, cells: kept })
    number += rowRepeats
  }
}

const repeats = (attribute: string | undefined) => Math.max(1, Number(attribute ?? 1) || 1)
