/** A sheet as it is read, before it means anything: row numbers are those a spreadsheet shows, from 1. */
export type Table = { readonly header: readonly string[]; readonly rows: readonly TableRow[] }
export type TableRow = { readonly number: number; readonly cells: readonly string[] }

/** Takes the first row that is not blank as the header, and leaves blank rows out. */
export function tableOf(lines: Iterable<TableRow>): Table {
  const rows: TableRow[] = []
  for (const line of lines) if (line.cells.some((cell) => cell.trim() !== '')) rows.push(line)
  const header = rows.shift()

  return { header: (header?.cells ?? []).map((title) => title.trim()), rows }
}
