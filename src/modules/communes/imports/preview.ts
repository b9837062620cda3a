import type { Content } from '#platform/files/read-content.ts'
import { recordsOf, textOf } from './records.ts'

/** The titles of a sheet and its first rows: enough for a person to say what each column holds. */
export type Preview = { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] }

export function previewOf(content: Content): Preview {
  const { records } = recordsOf(content)
  const [first] = records
  const header = content.kind === 'table' ? content.table.header : Object.keys(first?.fields ?? {})

  return {
    header: header.filter((title) => title !== ''),
    rows: records
      .slice(0, 5)
      .map(({ fields }) => header.filter(Boolean).map((title) => textOf(fields[title]).slice(0, 80))),
  }
}
