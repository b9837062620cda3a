import { parse } from 'csv-parse/sync'
import { accept, refuse } from '#values/decision.ts'
import { type TableRow, tableOf } from './table.ts'

const separators = [';', ',', '\t', '|']

/** Reads a CSV whose separator is guessed from its header. Rows of any width are kept: their reader judges them. */
export function readCsv(text: string) {
  try {
    const lines = parse(text, {
      bom: true,
      delimiter: separatorOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
    }) as string[][]
    return accept(tableOf(numbered(lines)))
  } catch (cause) {
    // only an unclosed quote gets here: the parser reads everything else
    if (cause instanceof Error && 'code' in cause) return refuse('unclosed-quote')
    throw cause
  }
}

function* numbered(lines: readonly string[][]): Generator<TableRow> {
  for (const [at, cells] of lines.entries()) yield { number: at + 1, cells }
}

function separatorOf(text: string) {
  const header =
    text
      .slice(0, 65_536)
      .split(/\r?\n/)
      .find((line) => line.trim() !== '') ?? ''
  const unquoted = header.replace(/"[^"]*"/g, '')
  const count = (separator: string) => unquoted.split(separator).length

  return separators.reduce((best, separator) => (count(separator) > count(best) ? separator : best))
}
