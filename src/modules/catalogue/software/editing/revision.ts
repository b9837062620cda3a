import type { Identifier, RecordFields } from '../record.ts'

export type RevisionKind = 'created' | 'edited' | 'withdrawn' | 'restored' | 'merged' | 'undone'

/** What an editor's own record says: the fields that differ from what the sources say, and its own identifiers. */
export type OwnRecord = { readonly fields: RecordFields; readonly identifiers: readonly Identifier[] }

/** A merge as it can be undone: the sheet that went, and its records. */
export type MergedAway = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly records: readonly string[]
  /** The sheets that had been merged into it before. */
  readonly followers: readonly string[]
}

/** What an act changed, before or after it; only what it touches is said. */
export type Revised = {
  readonly own?: OwnRecord | null
  readonly withdrawn?: string | null
  readonly merged?: MergedAway | null
}

export const noRecord: OwnRecord = { fields: {}, identifiers: [] }

/** A field before and after an act. */
export type FieldChange = { readonly field: string; readonly before: unknown; readonly after: unknown }

/** The fields of an own record that an act changed; each attribute is a field. */
export function changesOf(before: OwnRecord | null | undefined, after: OwnRecord | null | undefined) {
  const [old, young] = [flat(before ?? noRecord), flat(after ?? noRecord)]
  return [...new Set([...Object.keys(old), ...Object.keys(young)])]
    .map((field): FieldChange => ({ field, before: old[field], after: young[field] }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after))
}

/**
 * An own record with an act taken back: each field it changed returns to what it was. Undefined when one of them has
 * been changed again since.
 */
export function withoutChanges(own: OwnRecord, changes: readonly FieldChange[]): OwnRecord | undefined {
  const now = flat(own)
  const isStale = changes.some(({ field, after }) => JSON.stringify(now[field]) !== JSON.stringify(after))
  if (isStale) return undefined

  for (const { field, before } of changes) now[field] = before
  return unflat(now)
}

function flat({ fields: { attributes = {}, ...fields }, identifiers }: OwnRecord): Record<string, unknown> {
  return {
    ...fields,
    ...Object.fromEntries(Object.entries(attributes).map(([key, value]) => [`attributes.${key}`, value])),
    ...(identifiers.length > 0 ? { identifiers } : {}),
  }
}

function unflat(values: Record<string, unknown>): OwnRecord {
  const said = Object.entries(values).filter(([, value]) => value !== undefined)
  const attributes = said.filter(([field]) => field.startsWith('attributes.'))
  const fields = said.filter(([field]) => field !== 'identifiers' && !field.startsWith('attributes.'))

  return {
    fields: {
      ...Object.fromEntries(fields),
      ...(attributes.length > 0
        ? {
            attributes: Object.fromEntries(
              attributes.map(([key, value]) => [key.replace('attributes.', ''), value]),
            ),
          }
        : {}),
    } as RecordFields,
    identifiers: (values.identifiers as readonly Identifier[] | undefined) ?? [],
  }
}
