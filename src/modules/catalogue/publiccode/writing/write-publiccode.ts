import { readText } from '../reading/read-publiccode.ts'
import { isValid } from '../standard/fault.ts'
import { fileOf } from './file-of.ts'
import { type MissingFact, missingFacts } from './missing-facts.ts'
import type { Sheet } from './sheet.ts'
import { yamlOf } from './yaml-of.ts'

/** A publiccode.yml as we write it: valid by the standard, or a draft that says which facts it lacks. */
export type Written = {
  readonly text: string
  readonly isValid: boolean
  readonly missing: readonly MissingFact[]
}

/**
 * Writes the publiccode.yml of a software, version 0.7.0, from what is known of it and nothing else. A fact that the standard
 * wants and nobody has stated is not invented: the file is then a draft, and says so in its first lines.
 */
export function writePubliccode(sheet: Sheet): Written {
  const { text, missing } = draft(sheet)
  return { text, missing, isValid: missing.length === 0 && isValid(readText(text).faults) }
}

/** The text of the file alone, for whoever takes hundreds of them. */
export const publiccodeText = (sheet: Sheet) => draft(sheet).text

function draft(sheet: Sheet) {
  const file = fileOf(sheet)
  const missing = missingFacts(file)
  return { missing, text: yamlOf(file, missing) }
}
