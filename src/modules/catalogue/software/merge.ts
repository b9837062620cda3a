import { readLicence } from '../licences/read-licence.ts'
import { type Layer, priorityOf, sourceOf } from '../sources/source.ts'
import type { RecordFields, SheetFields } from './record.ts'
import type { Attributes, Origins } from './software.ts'

/** A record as it is merged: what a source says, and of when. */
export type StatedRecord = {
  readonly source: string
  readonly externalId: string
  readonly fields: RecordFields
  readonly sourceDate: string | null
}

/** A sheet as merged: its fields, where each comes from, and the layer it belongs to. */
export type MergedSheet = SheetFields & {
  readonly licenceSpdx: string | null
  readonly isFree: boolean | null
  readonly origins: Origins
  readonly layer: Layer
}

/**
 * A sheet is the merge of its records by the priority of their sources: the first who says a thing is believed, lists
 * are united, an attribute is decided by the first who knows. Version and day of release go together, by the newest.
 */
export function merge(records: readonly StatedRecord[]): MergedSheet {
  const layer = layerOf(records)
  const ranked = [...records].sort(byPriority)
  const mixed = ranked.filter(({ source }) => mayMix(source, layer))
  const origins: Record<string, Origins[string]> = {}
  const first = <Field extends keyof RecordFields>(field: Field) => {
    const record = mixed.find(({ fields }) => isSaid(fields[field]))
    if (record) origins[field] = originOf(record)
    return record?.fields[field] ?? null
  }
  const union = (field: 'platforms' | 'limits' | 'replaces' | 'keywords') => {
    const all = mixed.filter(({ fields }) => isSaid(fields[field]))
    // what an editor lists is the list: something wrong could not be taken out of a union
    const saying = all[0]?.source === 'beffroi' ? all.slice(0, 1) : all
    if (saying[0]) origins[field] = originOf(saying[0])
    return united(saying.flatMap(({ fields }) => fields[field] ?? []))
  }
  const licenceRaw = first('licenceRaw')
  const { spdx, isFree } = readLicence(licenceRaw)

  return {
    name: first('name') ?? ranked[0]?.externalId ?? '',
    summary: first('summary'),
    description: first('description'),
    licenceRaw,
    licenceSpdx: spdx,
    isFree,
    website: first('website'),
    repository: first('repository'),
    documentation: first('documentation'),
    platforms: union('platforms'),
    softwareType: first('softwareType'),
    developmentStatus: first('developmentStatus'),
    ...release(ranked, origins),
    attributes: attributes(mixed, origins),
    limits: union('limits'),
    replaces: union('replaces'),
    keywords: union('keywords'),
    origins,
    layer,
  }
}

/** A sheet stays in the layer of its own text: one record of the main layer, our edits apart, brings it there. */
export function layerOf(records: readonly Pick<StatedRecord, 'source'>[]): Layer {
  const others = records
    .filter(({ source }) => source !== 'beffroi')
    .map(({ source }) => sourceOf(source).layer)
  if (others.length === 0 || others.includes('main')) return 'main'
  return others.includes('alternatives') ? 'alternatives' : 'awesome-selfhosted'
}

// Text under another licence is not mixed in: what those sources say of a release is a fact, and is taken below.
const mayMix = (source: string, layer: Layer) => source === 'beffroi' || sourceOf(source).layer === layer

function release(ranked: readonly StatedRecord[], origins: Record<string, Origins[string]>) {
  const own = ranked.find(({ source, fields }) => source === 'beffroi' && isSaid(fields.version))
  const dated = ranked
    .filter(({ fields }) => isSaid(fields.version) && isSaid(fields.releasedOn))
    .sort((one, other) => ((one.fields.releasedOn ?? '') < (other.fields.releasedOn ?? '') ? 1 : -1))
  const undated = ranked.find(({ fields }) => isSaid(fields.version) || isSaid(fields.releasedOn))
  const record = own ?? dated[0] ?? undated
  if (!record) return { version: null, releasedOn: null }

  const { version = null, releasedOn = null } = record.fields
  if (version) origins.version = originOf(record)
  if (releasedOn) origins.releasedOn = originOf(record)
  return { version, releasedOn }
}

function attributes(mixed: readonly StatedRecord[], origins: Record<string, Origins[string]>): Attributes {
  const known: Record<string, Attributes[string]> = {}
  for (const record of mixed) {
    for (const [key, value] of Object.entries(record.fields.attributes ?? {})) {
      // an editor may say that nobody knows; a source that says so says nothing
      if (known[key] !== undefined || (value === 'unknown' && record.source !== 'beffroi')) continue
      known[key] = value
      origins[`attributes.${key}`] = originOf(record)
    }
  }
  return known
}

const isSaid = (value: unknown) =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)

const originOf = ({ source, sourceDate }: StatedRecord) => ({ source, at: sourceDate })

/** Each value once, whatever its capitals and accents. */
function united(values: readonly string[]) {
  const byKey = new Map<string, string>()
  for (const value of values) {
    const key = value
      .normalize('NFD')
      .replace(/\p{Mn}/gu, '')
      .toLowerCase()
    if (!byKey.has(key)) byKey.set(key, value)
  }
  return [...byKey.values()]
}

const byPriority = (one: StatedRecord, other: StatedRecord) =>
  priorityOf(one.source) - priorityOf(other.source) ||
  newestFirst(one.sourceDate, other.sourceDate) ||
  (one.externalId < other.externalId ? -1 : 1)

const newestFirst = (one: string | null, other: string | null) => {
  if (one === other) return 0
  return (one ?? '') < (other ?? '') ? 1 : -1
}
