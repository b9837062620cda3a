import type { Identifier, IdentifierScheme, RecordInput } from '../software/record.ts'
import { slugOf } from '../software/slug.ts'
import type { Attributes } from '../software/software.ts'
import { sources } from './source.ts'

/** One of our own sheets, as it is written in `fiches/*.yml`; what is not known for certain is left out. */
export type Fiche = {
  readonly name: string
  /** What it is for, in one sentence of town-hall words. */
  readonly summary: string
  readonly description?: string
  readonly licence?: string
  readonly website?: string
  readonly repository?: string
  readonly documentation?: string
  readonly platforms?: readonly string[]
  readonly type?: string
  readonly status?: string
  readonly limits?: readonly string[]
  readonly attributes?: Attributes
  readonly sill?: number
  readonly comptoir?: number
  readonly wikidata?: string
  readonly framalibre?: string
}

/** What our own sheet says of a software. */
export function ficheRecord(fiche: Fiche): RecordInput {
  return {
    source: 'fiches',
    externalId: slugOf(fiche.name),
    sourceDate: sources.fiches.date,
    identifiers: (['sill', 'comptoir', 'wikidata', 'framalibre'] as const).flatMap((scheme) =>
      identifier(scheme, fiche[scheme]),
    ),
    fields: {
      name: fiche.name,
      summary: fiche.summary,
      description: fiche.description,
      licenceRaw: fiche.licence,
      website: fiche.website,
      repository: fiche.repository,
      documentation: fiche.documentation,
      platforms: fiche.platforms,
      softwareType: fiche.type,
      developmentStatus: fiche.status,
      limits: fiche.limits,
      attributes: fiche.attributes,
    },
  }
}

const identifier = (scheme: IdentifierScheme, value: string | number | undefined): Identifier[] =>
  value === undefined ? [] : [{ scheme, value: String(value) }]
