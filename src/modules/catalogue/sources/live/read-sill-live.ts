import { z } from 'zod'
import type { Identifier, RecordInput } from '../../software/record.ts'
import { type CompanyHint, type LivePage, NotThatCatalogue, sirenOf, webAddressOf } from './live-reading.ts'
import { readRows } from './read-rows.ts'

// A text, or one by language: the shape changed several times in 2025 and 2026.
const words = z.union([z.string(), z.looseObject({ fr: z.string().optional(), en: z.string().optional() })])
const list = z.array(z.unknown()).nullish().catch(null)

const Row = z.looseObject({
  id: z.union([z.number().int(), z.string().min(1)]),
  name: words,
  description: words.nullish(),
  license: z.string().nullish(),
  dereferencing: z.unknown().optional(),
  url: z.unknown().optional(),
  codeRepositoryUrl: z.unknown().optional(),
  softwareHelp: z.unknown().optional(),
  softwareExternalData: z.looseObject({}).nullish().catch(null),
  operatingSystems: z.record(z.string(), z.unknown()).nullish().catch(null),
  runtimePlatforms: list,
  keywords: list,
  categories: list,
  applicationCategories: list,
  latestVersion: z.looseObject({}).nullish().catch(null),
  serviceProviders: list,
  providers: list,
  identifiers: list,
  externalId: z.unknown().optional(),
  sourceSlug: z.unknown().optional(),
})
type Row = z.output<typeof Row>

/** The live catalogue of the SILL, `sill.json` (v1) or `v2/catalogi.json`: an array in both. */
export function readSillLive(content: unknown): LivePage {
  if (!Array.isArray(content))
    throw new NotThatCatalogue('Le SILL donne une liste de logiciels : ce fichier n’en est pas une.')
  return readRows(content, Row, (row, raw) =>
    row.dereferencing
      ? 'Le SILL ne le référence plus.'
      : {
          record: recordOf(row, raw),
          sillId: String(row.id),
          companies: [...(row.serviceProviders ?? []), ...(row.providers ?? [])].flatMap(companyOf),
          users: [],
        },
  )
}

function recordOf(row: Row, raw: unknown): RecordInput {
  const external = row.softwareExternalData ?? {}
  const version = row.latestVersion ?? {}
  const description = french(row.description)
  return {
    source: 'sill-live',
    externalId: String(row.id),
    fields: {
      name: french(row.name) ?? String(row.id),
      ...(description && { summary: description }),
      licenceRaw: textOf(row.license),
      website: webAddressOf(row.url) ?? webAddressOf(external.officialWebsiteUrl ?? external.url),
      repository:
        webAddressOf(row.codeRepositoryUrl) ?? webAddressOf(external.sourceUrl ?? external.codeRepositoryUrl),
      documentation:
        webAddressOf(row.softwareHelp) ?? webAddressOf(external.documentationUrl ?? external.softwareHelp),
      platforms: platformsOf(row),
      version: textOf(version.version) ?? textOf(version.semVer),
      releasedOn: dayOf(version.releaseDate ?? version.publicationTime),
      keywords: texts([
        ...(row.applicationCategories ?? []),
        ...(row.categories ?? []),
        ...(row.keywords ?? []),
      ]),
    },
    raw,
    identifiers: identifiersOf(row),
  }
}

const french = (said: Row['name'] | null | undefined) =>
  typeof said === 'string' ? textOf(said) : (textOf(said?.fr) ?? textOf(said?.en))

const textOf = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null)
const texts = (values: readonly unknown[]) => values.map(textOf).filter((text) => text !== null)

const systems = ['windows', 'linux', 'mac', 'android', 'ios'] as const

function platformsOf({ operatingSystems, runtimePlatforms }: Row) {
  const runs = systems.filter((system) => operatingSystems?.[system] === true)
  return runtimePlatforms?.includes('cloud') ? ['web', ...runs] : runs
}

/** Milliseconds in v1, ISO 8601 in v2. */
function dayOf(value: unknown) {
  const at = typeof value === 'number' || typeof value === 'string' ? new Date(value) : undefined
  return at && !Number.isNaN(at.getTime()) ? at.toISOString().slice(0, 10) : null
}

function identifiersOf({ id, externalId, sourceSlug, identifiers }: Row): Identifier[] {
  const own =
    typeof externalId === 'string' && /^Q\d+$/.test(externalId) && sourceSlug !== 'hal'
      ? [wikidata(externalId)]
      : []
  const said = (identifiers ?? []).flatMap((identifier): Identifier[] => {
    const { value, url } =
      typeof identifier === 'object' && identifier !== null ? (identifier as Record<string, unknown>) : {}
    if (typeof value !== 'string') return []
    if (/^Q\d+$/.test(value)) return [wikidata(value)]
    return /comptoir-du-libre/.test(String(url)) && /^\d+$/.test(value)
      ? [{ scheme: 'comptoir' as const, value }]
      : []
  })
  return [{ scheme: 'sill', value: String(id) }, ...own, ...said]
}

const wikidata = (value: string) => ({ scheme: 'wikidata' as const, value })

function companyOf(raw: unknown): CompanyHint[] {
  const said = typeof raw === 'object' && raw !== null ? (raw as Record<string, unknown>) : {}
  const name = textOf(said.name)
  if (!name) return []
  const siren = sirenOf(said.siren) ?? sirenIn(said.identifiers)
  const page = webAddressOf(said.cdlUrl ?? said.cnllUrl)
  const website = webAddressOf(said.website ?? said.url)
  return [{ externalId: siren ?? website ?? name.toLowerCase(), name, siren, website, page }]
}

const sirenIn = (identifiers: unknown) =>
  (Array.isArray(identifiers) ? identifiers : [])
    .map((one: unknown) =>
      typeof one === 'object' && one !== null && 'value' in one ? sirenOf(one.value) : null,
    )
    .find((siren) => siren !== null) ?? null
