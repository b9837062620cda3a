import type { Identifier, RecordInput } from '../software/record.ts'
import { sources } from './source.ts'

/** A row of the SILL of 2022, with the short keys of its JSON (etalab/sill-data, docs/sill.json). */
export type SillRow = {
  readonly id: string
  /** Name. */
  readonly i: string
  /** What it does. */
  readonly f: string
  /** Licence. */
  readonly l: string
  /** Field of the catalogue, and part of the information system. */
  readonly se: string
  readonly c: string
  /** In what case it is used. */
  readonly u: string
  /** R recommended, O observed, FR left. */
  readonly st: string
  readonly 'fr-desc'?: string | null
  readonly website?: string | null
  readonly sources?: string | null
  readonly doc?: string | null
}

/** A row of the crosswalk between directories, built from both editions of the SILL. */
export type CrosswalkRow = {
  readonly sill_id: string
  readonly wikidata: string
  readonly comptoir_id: string
  readonly framalibre_slug: string
}

/** A row of the SILL of 2021, whose columns are in French. */
export type OldSillRow = {
  readonly ID: string
  readonly nom: string
  readonly fonction: string
  readonly licence: string
  readonly statut: string
}

type Crosswalk = ReadonlyMap<string, CrosswalkRow>

/** What the SILL of 2022 says of one software. */
export function sillRecord(row: SillRow, crosswalk: Crosswalk): RecordInput {
  return {
    source: 'sill',
    externalId: row.id,
    sourceDate: sources.sill.date,
    identifiers: identifiersOf(row.id, crosswalk),
    fields: {
      name: row.i,
      summary: capitalised(row.f) || capitalised(row['fr-desc'] ?? ''),
      licenceRaw: row.l === 'N/A' ? null : row.l,
      website: row.website,
      repository: row.sources,
      documentation: row.doc,
      keywords: [row.se, row.c].filter((word) => word !== ''),
      limits: row.st.startsWith('FR') ? ['L’État ne le recommande plus : il est sorti du SILL.'] : [],
    },
    raw: row,
  }
}

/** What the SILL of 2021 says: its licence above all, which may have changed since. */
export function oldSillRecord(row: OldSillRow, crosswalk: Crosswalk): RecordInput {
  return {
    source: 'sill-2021',
    externalId: row.ID,
    sourceDate: sources['sill-2021'].date,
    identifiers: crosswalk.has(row.ID)
      ? identifiersOf(row.ID, crosswalk)
      : [{ scheme: 'sill', value: row.ID }],
    fields: {
      name: row.nom,
      summary: capitalised(row.fonction),
      licenceRaw: row.licence === 'N/A' ? null : row.licence,
    },
    raw: row,
  }
}

function identifiersOf(id: string, crosswalk: Crosswalk): Identifier[] {
  const row = crosswalk.get(id)
  return [
    { scheme: 'sill' as const, value: id },
    { scheme: 'wikidata' as const, value: row?.wikidata ?? '' },
    { scheme: 'comptoir' as const, value: row?.comptoir_id ?? '' },
    { scheme: 'framalibre' as const, value: row?.framalibre_slug ?? '' },
  ].filter(({ value }) => value !== '')
}

const capitalised = (text: string) => text.trim().replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
