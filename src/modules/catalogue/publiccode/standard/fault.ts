/** What may be wrong with a publiccode.yml: the first group in how it is written, the second in what it says. */
export type FaultCode =
  | 'empty-file'
  | 'web-page'
  | 'binary'
  | 'too-large'
  | 'too-deep'
  | 'alias-bomb'
  | 'not-a-map'
  | 'syntax'
  | 'encoding'
  | 'byte-order-mark'
  | 'tab'
  | 'duplicate-key'
  | 'several-documents'
  | 'file-name'
  | 'unquoted'
  | 'unknown-key'
  | 'missing'
  | 'wrong-type'
  | 'not-in-list'
  | 'too-long'
  | 'too-short'
  | 'not-an-address'
  | 'not-an-email'
  | 'not-an-image'
  | 'not-a-date'
  | 'not-a-language'
  | 'not-a-country'
  | 'not-a-licence'
  | 'version'
  | 'forbidden'
  | 'deprecated'

/** One thing to mend: where, why in French with how to mend it, and whether the file is refused by the standard for it. */
export type Fault = {
  readonly code: FaultCode
  /** The keys that lead there, `description.fr.features`; empty for the file itself. */
  readonly at: string
  readonly line: number | null
  readonly isError: boolean
  readonly sentence: string
}

/** Whether the standard takes a file that has these faults. */
export const isValid = (faults: readonly Fault[]) => !faults.some(({ isError }) => isError)
