import type { Content } from '#platform/files/read-content.ts'
import { recordsOf, type SourceRecord, textOf, titlesOf } from './records.ts'

/** The titles of a sheet and its first rows: enough for a person to say what each column holds. */
export type Preview = { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] }

export function previewOf(content: Content): Preview {
  const header = titlesOf(content).filter((title) => title !== '')

  return {
    header,
    rows: firstFew(content).map(({ fields }) => header.map((title) => textOf(fields[title]).slice(0, 80))),
  }
}

function firstFew(content: Content) {
  const few: SourceRecord[] = []
  for (const record of recordsOf(content)) {
    if (!('fact' in record)) few.push(record)
    if (few.length === 5) break
  }
  return few
}
