import type { Reading } from '../../publiccode/reading/read-publiccode.ts'
import type { RecordInput } from '../../software/record.ts'

/** A company that a catalogue names beside a software: whom to invite to the census, and nothing else. */
export type CompanyHint = {
  readonly externalId: string
  readonly name: string
  readonly siren: string | null
  readonly website: string | null
  readonly page: string | null
}

/** A body that a catalogue names as a user of a software: never counted as usage. */
export type UserHint = {
  readonly externalId: string
  readonly name: string
  readonly kind: string | null
  readonly website: string | null
  readonly page: string | null
}

/** What is said of one software: its record, or only the number by which the SILL knows it. */
export type LiveEntry = {
  readonly record: RecordInput | null
  readonly sillId: string | null
  readonly companies: readonly CompanyHint[]
  readonly users: readonly UserHint[]
}

/** A row that was not taken, and why in French. */
export type LeftOut = { readonly row: string; readonly why: string }

/** One page of a catalogue as it was read. */
export type LivePage = {
  readonly entries: readonly LiveEntry[]
  /** publiccode.yml files, for the catalogues that hold them. */
  readonly files: readonly Reading[]
  readonly leftOut: readonly LeftOut[]
  /** The address of the next page. */
  readonly next: string | null
}

/** The words of an error that the whole page gives: it is not what was expected. */
export class NotThatCatalogue extends Error {
  override readonly name = 'NotThatCatalogue'
}

/** A web address, or null for anything else. */
export const webAddressOf = (text: unknown): string | null =>
  typeof text === 'string' && /^https?:\/\/[^\s/]+\S*$/i.test(text) && URL.canParse(text) ? text : null

/** A SIREN of nine digits, or null: it is checked again where it counts. */
export const sirenOf = (text: unknown): string | null => {
  const digits = String(text ?? '').replace(/\s/g, '')
  return /^\d{9}(\d{5})?$/.test(digits) ? digits.slice(0, 9) : null
}
