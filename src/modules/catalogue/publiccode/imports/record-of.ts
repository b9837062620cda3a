import { normalRepository } from '../../software/normal-repository.ts'
import type { RecordInput } from '../../software/record.ts'
import { slugOf } from '../../software/slug.ts'
import { canBeNamed, sheetFieldsOf, speaksFrench } from '../reading/facts-of.ts'
import type { Reading } from '../reading/read-publiccode.ts'

/** The sources of publiccode.yml files: the project's own, the set that DINUM published in 2024, the catalogues of other countries. */
export type PubliccodeSource = 'publiccode' | 'dinum-2024' | 'italia'

/** The source of texts that are not in French: they are shown when nothing better is known. */
export const englishOf = (source: PubliccodeSource) => `${source}-en` as const

/**
 * The records of one file, none when it says neither a name nor an address. A text that is not in French goes in a record of its
 * own, which counts last: it must not take the place of a French one.
 */
export function recordsOf(
  { file, text, name: fileName }: Pick<Reading, 'file' | 'text' | 'name'>,
  source: PubliccodeSource,
  sourceDate: string | null = null,
): RecordInput[] {
  if (!canBeNamed(file)) return []

  const { summary, description, ...fields } = sheetFieldsOf(file)
  const name = fields.name ?? lastPartOf(fields.repository ?? '')
  const externalId = fields.repository ? normalRepository(fields.repository) : `name:${slugOf(name)}`
  const identifiers = [{ scheme: 'publiccode' as const, value: externalId }]
  const texts = { ...(summary && { summary }), ...(description && { description }) }
  const isFrench = speaksFrench(file)
  const main: RecordInput = {
    source,
    externalId,
    fields: { ...fields, name, ...(isFrench ? texts : {}) },
    raw: { name: fileName, text },
    sourceDate,
    identifiers,
  }
  if (isFrench || Object.keys(texts).length === 0) return [main]
  return [
    main,
    { source: englishOf(source), externalId, fields: { name, ...texts }, sourceDate, identifiers },
  ]
}

const lastPartOf = (address: string) => {
  const last = address.replace(/\/+$/, '').split('/').at(-1) ?? ''
  return last.replace(/\.git$/, '') || address
}
