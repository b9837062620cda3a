import type { Attributes } from './software.ts'

/** The fields that a source may fill, by their names in the sheet. */
export type SheetFields = {
  readonly name: string
  /** One sentence, 300 characters at most. */
  readonly summary: string | null
  /** Markdown, shown without any HTML. */
  readonly description: string | null
  /** The licence as the source writes it. */
  readonly licenceRaw: string | null
  readonly website: string | null
  readonly repository: string | null
  readonly documentation: string | null
  readonly platforms: readonly string[]
  readonly softwareType: string | null
  readonly developmentStatus: string | null
  readonly version: string | null
  /** A day: `2026-11-23`. */
  readonly releasedOn: string | null
  readonly attributes: Attributes
  readonly limits: readonly string[]
  /** What the source says that it can stand for: names of products, kept as they are written. */
  readonly replaces: readonly string[]
  /** Words of the source about what it is: its categories. */
  readonly keywords: readonly string[]
}

/** What a record says: any of the fields; one that it does not know is left out. */
export type RecordFields = Partial<SheetFields>

export const identifierSchemes = [
  'wikidata',
  'comptoir',
  'sill',
  'framalibre',
  'cnll',
  'repository',
  'publiccode',
] as const
export type IdentifierScheme = (typeof identifierSchemes)[number]

/** The name by which another directory knows a software. */
export type Identifier = { readonly scheme: IdentifierScheme; readonly value: string }

/** What a source says of one software, ready to be kept. */
export type RecordInput = {
  readonly source: string
  readonly externalId: string
  readonly fields: RecordFields
  readonly raw?: unknown
  readonly sourceDate?: string | null
  readonly identifiers?: readonly Identifier[]
}

/** What keeping a record did: whether anything changed, and which sheets a person should compare. */
export type RecordFinding = {
  readonly softwareId: string
  readonly change: 'added' | 'changed' | 'unchanged'
  readonly proposals: readonly string[]
}
