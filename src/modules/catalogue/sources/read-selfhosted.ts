import type { RecordInput } from '../software/record.ts'
import { sources } from './source.ts'

/** The file of awesome-selfhosted, its entries merged into one JSON. */
export type SelfHosted = { readonly software: readonly SelfHostedEntry[] }

export type SelfHostedEntry = {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly website_url: string
  readonly source_code_url?: string
  readonly licenses: readonly string[]
  readonly tags: readonly string[]
  readonly archived?: boolean
  readonly updated_at?: string
  readonly current_release?: { readonly tag: string; readonly published_at: string }
}

/** What awesome-selfhosted says of one software: in English, under CC-BY-SA, in its own layer. */
export function selfHostedRecord(entry: SelfHostedEntry): RecordInput {
  const release = isFinished(entry.current_release?.tag) ? entry.current_release : undefined
  return {
    source: 'awesome-selfhosted',
    externalId: entry.id,
    sourceDate: sources['awesome-selfhosted'].date,
    fields: {
      name: entry.name,
      summary: entry.description.length <= 300 ? entry.description : undefined,
      description: entry.description.length > 300 ? entry.description : undefined,
      // several licences of one entry are a choice or a mix: the list does not say
      licenceRaw: entry.licenses.map((licence) => licence.replace('⊘ ', '')).join(', '),
      website: entry.website_url === entry.source_code_url ? undefined : entry.website_url,
      repository: entry.source_code_url,
      developmentStatus: entry.archived ? 'obsolete' : undefined,
      version: release?.tag,
      releasedOn: release?.published_at,
      keywords: entry.tags,
      platforms: ['web'],
    },
  }
}

/** A tag that names a finished version: a trial, or a tag made for something else, says nothing to a town hall. */
const isFinished = (tag = '') =>
  /^[a-z-]*v?\d/i.test(tag) && !/(rc|alpha|beta|dev|nightly|preview|snapshot|canary)/i.test(tag)
