import type { Content } from '#platform/files/read-content.ts'
import type { Format } from './formats.ts'
import { isFields, listIn, plainTitle } from './records.ts'

const marks: readonly (readonly [Format, readonly string[]])[] = [
  ['dpnt', ['siret', 'adresse messagerie', 'site internet', 'telephone']],
  ['dila', ['pivot', 'adresse courriel']],
  ['rne-mayors', ['code de la commune', 'nom de l elu', 'prenom de l elu']],
]

/** Recognises a file by what it holds. A sheet nobody published is read by its columns; null is not for us. */
export function detectFormat(content: Content): Format | null {
  if (content.kind === 'table') return formatOfTitles(content.table.header)
  if (isFields(content.value) && isMap(content.value.type)) return 'contours'

  const first = listIn(content.value).find(isFields)
  return first ? formatOfTitles(Object.keys(first)) : null
}

const isMap = (type: unknown) => type === 'FeatureCollection' || type === 'Topology'

function formatOfTitles(titles: readonly string[]): Format {
  const plain = new Set(titles.map(plainTitle))

  return marks.find(([, wanted]) => wanted.every((title) => plain.has(title)))?.[0] ?? 'columns'
}
