import type { Child } from 'hono/jsx'
import { typo } from './french.ts'

/** A column: its heading, what it shows of a row, and how it may be sorted. `header` marks the column that names the row. */
export type Column<Row> = {
  label: string
  cell: (row: Row) => Child
  numeric?: boolean
  header?: boolean
  sort?: { href: string; direction?: 'ascending' | 'descending' }
}

type DataTableProps<Row> = {
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  /** The caption is already said above the table. */
  captionHidden?: boolean
  /** On a narrow screen rows become cards; `scroll` keeps the table and lets it slide. */
  narrow?: 'cards' | 'scroll'
  /** Points at one row among the others. */
  isCurrent?: (row: Row) => boolean
}

/** Rows and columns, sorted by links, readable at 320 pixels. */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  captionHidden,
  narrow = 'cards',
  isCurrent,
}: DataTableProps<Row>) {
  return (
    <section
      class="data-table"
      data-narrow={narrow}
      aria-label={typo(caption)}
      tabindex={narrow === 'scroll' ? 0 : undefined}
    >
      <table>
        <caption class={captionHidden ? 'visually-hidden' : undefined}>{typo(caption)}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Heading column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr data-current={isCurrent?.(row)}>
              {columns.map((column) => (
                <Cell column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Heading<Row>({ column: { label, numeric, sort } }: { column: Column<Row> }) {
  return (
    <th scope="col" data-numeric={numeric} aria-sort={sort?.direction}>
      {sort ? <a href={sort.href}>{typo(label)}</a> : typo(label)}
    </th>
  )
}

function Cell<Row>({ column: { label, cell, numeric, header }, row }: { column: Column<Row>; row: Row }) {
  if (header) return <th scope="row">{cell(row)}</th>

  return (
    <td data-numeric={numeric} data-label={typo(label)}>
      {cell(row)}
    </td>
  )
}
