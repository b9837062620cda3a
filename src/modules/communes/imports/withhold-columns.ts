import type { Table } from '#platform/files/table.ts'
import { isFields, plainTitle } from './records.ts'

const withheld = /naissance|\bage\b|\bne le\b|socio professionnelle|profession|metier|nationalite/

/** Whether a column must never be kept: birth date, occupation, nationality of a person. */
export const isWithheld = (title: string) => withheld.test(plainTitle(title.replace(/_/g, ' ')))

/**
 * The same sheet with those columns empty, or undefined when it has none. In a row that does not fit its titles, cells
 * may have slid from one column to another: nothing of it is kept but its width.
 */
export function withholdColumns({ header, rows }: Table): Table | undefined {
  const kept = header.map((title) => !isWithheld(title))
  if (kept.every(Boolean)) return undefined

  return {
    header,
    rows: rows.map(({ number, cells }) => ({
      number,
      cells:
        cells.length === header.length
          ? cells.map((cell, at) => (kept[at] ? cell : ''))
          : cells.map(() => '?'),
    })),
  }
}

/** The same for the objects of a JSON file, at any depth; undefined when it has none. */
export function withholdFields(value: unknown): unknown {
  let found = false
  const text = JSON.stringify(value, (key, inner) => {
    if (key === '' || !isWithheld(key) || isFields(inner) || Array.isArray(inner)) return inner
    found = true
    return undefined
  })
  return found ? JSON.parse(text) : undefined
}
