import type { MergedSheet } from '../merge.ts'
import type { RecordFields } from '../record.ts'

/** The fields of the form, as they were typed and checked. */
export type TypedFields = Required<RecordFields>

/**
 * What an editor's record must say so that the sheet shows what was typed: only what differs from the sources, so that
 * a source which later says better is heard. An empty field is a return to the sources.
 */
export function ownFieldsOf(
  typed: RecordFields,
  sourced: MergedSheet,
  reverted: readonly string[],
): RecordFields {
  const own: Record<string, unknown> = {}
  for (const field of editedFields) {
    const value = typed[field]
    if (reverted.includes(field) || isEmpty(value) || saysTheSame(value, sourced[field])) continue
    own[field] = value
  }
  const attributes = Object.entries(typed.attributes ?? {}).filter(
    ([key, value]) =>
      (sourced.attributes[key] ?? 'unknown') !== value && !reverted.includes(`attributes.${key}`),
  )
  if (attributes.length > 0) own.attributes = Object.fromEntries(attributes)

  return own
}

export const editedFields = [
  'name',
  'summary',
  'description',
  'licenceRaw',
  'website',
  'repository',
  'documentation',
  'platforms',
  'softwareType',
  'developmentStatus',
  'version',
  'releasedOn',
  'limits',
  'replaces',
  'keywords',
] as const satisfies readonly (keyof RecordFields)[]
export type EditedField = (typeof editedFields)[number]

const isEmpty = (value: unknown) =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

function saysTheSame(one: unknown, other: unknown) {
  if (Array.isArray(one) && Array.isArray(other))
    return [...one].sort().join('\n') === [...other].sort().join('\n')
  return typeof one === 'string' && typeof other === 'string' ? plain(one) === plain(other) : one === other
}

const plain = (text: string) => text.replace(/\r\n/g, '\n').trim()
