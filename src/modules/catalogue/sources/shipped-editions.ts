import type { RecordInput } from '../software/record.ts'
import { type AlternativesList, alternativeRecord } from './read-alternatives.ts'
import { type Fiche, ficheRecord } from './read-fiches.ts'
import { type SelfHosted, selfHostedRecord } from './read-selfhosted.ts'
import { type CrosswalkRow, type OldSillRow, oldSillRecord, type SillRow, sillRecord } from './read-sill.ts'

/** What is shipped, once its files are read. */
export type ShippedFiles = {
  readonly sill: readonly SillRow[]
  readonly oldSill: readonly OldSillRow[]
  readonly crosswalk: readonly CrosswalkRow[]
  readonly fiches: readonly Fiche[]
}

/** The records of the main layer: our own sheets first, so that they give their names and addresses to the others'. */
export function mainRecords({ sill, oldSill, crosswalk, fiches }: ShippedFiles): RecordInput[] {
  const bySill = new Map(crosswalk.map((row) => [row.sill_id, row]))
  return [
    ...fiches.map(ficheRecord),
    ...sill.map((row) => sillRecord(row, bySill)),
    ...oldSill.map((row) => oldSillRecord(row, bySill)),
  ]
}

/** What is added only when an editor asks for it: more software, in English. */
export const optionalEditions = {
  'awesome-selfhosted': 'awesome-selfhosted.json.gz',
  'foss-alternatives': 'awesome-foss-alternatives.json.gz',
  'oss-alternatives': 'awesome-oss-alternatives.json.gz',
  'btw-alternatives': 'btw-open-source-alternatives.json.gz',
} as const
export type OptionalEdition = keyof typeof optionalEditions

export const isOptionalEdition = (slug: string): slug is OptionalEdition =>
  Object.hasOwn(optionalEditions, slug)

/** The records of an edition, from the JSON of its file. */
export function optionalRecords(edition: OptionalEdition, file: unknown): RecordInput[] {
  if (edition === 'awesome-selfhosted') return (file as SelfHosted).software.map(selfHostedRecord)
  return (file as AlternativesList).entries.map((entry) => alternativeRecord(edition, entry))
}
