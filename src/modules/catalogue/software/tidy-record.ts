import { parseWebAddress } from '#values/web-address.ts'
import { normalRepository } from './normal-repository.ts'
import { type Identifier, identifierSchemes, type RecordFields, type RecordInput } from './record.ts'

/**
 * A record fit to be kept: texts trimmed and cut at what a sheet holds, addresses that are not http(s) left out, days
 * that are no days left out. The source's own words stay whole in `raw`.
 */
export function tidyRecord({ fields, identifiers = [], ...record }: RecordInput): RecordInput {
  const repository = address(fields.repository)
  const known = [...identifiers, ...(repository ? [repositoryIdentifier(repository)] : [])]

  return {
    ...record,
    fields: stated({
      name: cut(fields.name, 200),
      summary: cut(fields.summary, 300),
      description: cut(fields.description, 20_000),
      licenceRaw: cut(fields.licenceRaw, 500),
      website: address(fields.website),
      repository,
      documentation: address(fields.documentation),
      platforms: list(fields.platforms, 40),
      softwareType: cut(fields.softwareType, 60),
      developmentStatus: cut(fields.developmentStatus, 60),
      version: cut(fields.version, 60),
      releasedOn: day(fields.releasedOn),
      attributes:
        fields.attributes && Object.keys(fields.attributes).length > 0 ? fields.attributes : undefined,
      limits: list(fields.limits, 1000),
      replaces: list(fields.replaces, 120),
      keywords: list(fields.keywords, 120),
    }),
    identifiers: onceEach(known),
  }
}

const repositoryIdentifier = (repository: string) =>
  ({ scheme: 'repository', value: normalRepository(repository) }) as const

function cut(text: string | null | undefined, most: number) {
  const plain = text?.replaceAll('\0', '').trim()
  if (!plain) return undefined

  return plain.length <= most ? plain : `${plain.slice(0, most - 1).trimEnd()}…`
}

function address(text: string | null | undefined) {
  const parsed = text ? parseWebAddress(text) : undefined
  return parsed?.ok ? parsed.value : undefined
}

function list(values: readonly string[] | undefined, most: number) {
  const kept = [...new Set((values ?? []).map((value) => cut(value, most)))].filter(
    (value) => value !== undefined,
  )
  return kept.length > 0 ? kept.slice(0, 50) : undefined
}

function day(text: string | null | undefined) {
  if (!text || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  return Number.isNaN(Date.parse(text)) || new Date(text).toISOString().slice(0, 10) !== text
    ? undefined
    : text
}

const stated = (fields: RecordFields): RecordFields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

function onceEach(identifiers: readonly Identifier[]) {
  const tidy = identifiers
    .map(({ scheme, value }) => ({
      scheme,
      value: scheme === 'repository' ? normalRepository(value) : value.trim(),
    }))
    .filter(({ scheme, value }) => value !== '' && value.length <= 500 && identifierSchemes.includes(scheme))
  return [...new Map(tidy.map((one) => [`${one.scheme} ${one.value}`, one])).values()]
}
