import {
  type LicenceFamily,
  licenceFamilies,
  licenceFamilyNames,
  licenceFamilyOf,
} from '../../licences/licence-family.ts'
import { type Audience, audienceNames, audiences } from '../../needs/need.ts'
import { type Layer, layerNames, layers } from '../../sources/source.ts'
import { slugOf } from '../slug.ts'

/** A sheet as the list shows it and looks for it. */
export type Shelved = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly summary: string | null
  readonly licenceSpdx: string | null
  readonly licenceRaw: string | null
  readonly isFree: boolean | null
  readonly platforms: readonly string[]
  readonly layer: Layer
  readonly developmentStatus: string | null
  readonly version: string | null
  readonly releasedOn: string | null
  readonly website: string | null
  readonly repository: string | null
  /** The services of a town hall whose needs it meets, and who feels them. */
  readonly services: readonly string[]
  readonly audiences: readonly Audience[]
  readonly needs: readonly string[]
  readonly usages: number
  /** The words it is found by, without accents. */
  readonly words: string
}

/** By default, what answers a need of a town hall comes before the tools of those who make software. */
export const shelfSorts = ['town-hall', 'name', 'usages', 'release'] as const
export type ShelfSort = (typeof shelfSorts)[number]

export type ShelfFilter = {
  readonly q: string
  readonly layer: Layer
  readonly service?: string
  readonly audience?: Audience
  readonly licence?: LicenceFamily
  readonly platform?: string
  readonly used?: 'yes'
  readonly sort: ShelfSort
}

type Dimension = 'service' | 'audience' | 'licence' | 'platform' | 'used' | 'layer'

/** What a filter keeps, in its order. */
export function kept(shelf: readonly Shelved[], filter: ShelfFilter): readonly Shelved[] {
  const found = shelf.filter((sheet) => isKept(sheet, filter))
  const order = orderOf(filter)
  return order ? found.sort(order) : found
}

/** A value of a facet, with how many sheets choosing it would leave. */
export type FacetValue = { readonly value: string; readonly label: string; readonly count: number }
export type Facets = Readonly<Record<Dimension, readonly FacetValue[]>>

/** The facets counted within the other filters in force, so that no choice leads to an empty list by surprise. */
export function facetsOf(shelf: readonly Shelved[], filter: ShelfFilter): Facets {
  const within = (dimension: Dimension, valuesOf: (sheet: Shelved) => readonly string[]) => {
    const counts = new Map<string, number>()
    for (const sheet of shelf) {
      if (!isKept(sheet, filter, dimension)) continue
      for (const value of valuesOf(sheet)) counts.set(value, (counts.get(value) ?? 0) + 1)
    }
    return counts
  }
  const services = within('service', ({ services }) => services)
  const platforms = within('platform', ({ platforms }) => platforms)

  return {
    service: [...services].sort(byLabel).map(([value, count]) => ({ value, label: value, count })),
    audience: named(
      audiences,
      audienceNames,
      within('audience', (sheet) => sheet.audiences),
    ),
    licence: named(
      licenceFamilies,
      licenceFamilyNames,
      within('licence', (sheet) => [familyOf(sheet)]),
    ),
    platform: [...platforms]
      .filter(([value]) => value in platformNames)
      .sort(([, one], [, other]) => other - one)
      .map(([value, count]) => ({ value, label: platformNames[value] ?? value, count })),
    used: named(
      ['yes'] as const,
      { yes: 'Au moins une commune' },
      within('used', ({ usages }) => (usages > 0 ? ['yes'] : [])),
    ),
    layer: named(
      layers,
      layerNames,
      within('layer', ({ layer }) => [layer]),
    ),
  }
}

export const familyOf = ({ licenceSpdx, isFree }: Pick<Shelved, 'licenceSpdx' | 'isFree'>) =>
  licenceFamilyOf(licenceSpdx, isFree)

/** Where a software runs, in the words of the screens. */
export const platformNames: Readonly<Record<string, string>> = {
  web: 'Navigateur',
  windows: 'Windows',
  linux: 'Linux',
  mac: 'macOS',
  android: 'Android',
  ios: 'iPhone, iPad',
}

const named = <Value extends string>(
  values: readonly Value[],
  names: Readonly<Record<NoInfer<Value>, string>>,
  counts: ReadonlyMap<string, number>,
) =>
  values
    .map((value): FacetValue => ({ value, label: names[value], count: counts.get(value) ?? 0 }))
    .filter(({ count }) => count > 0)

function isKept(sheet: Shelved, filter: ShelfFilter, but?: Dimension) {
  return (
    (but === 'layer' || sheet.layer === filter.layer) &&
    (but === 'service' || !filter.service || sheet.services.includes(filter.service)) &&
    (but === 'audience' || !filter.audience || sheet.audiences.includes(filter.audience)) &&
    (but === 'licence' || !filter.licence || familyOf(sheet) === filter.licence) &&
    (but === 'platform' || !filter.platform || sheet.platforms.includes(filter.platform)) &&
    (but === 'used' || !filter.used || sheet.usages > 0) &&
    wordsOf(filter.q).every((word) => sheet.words.includes(word))
  )
}

/** A text as words to look for: each begins a word of the sheet. */
const wordsOf = (text: string) =>
  text.trim() === ''
    ? []
    : slugOf(text)
        .split('-')
        .map((word) => ` ${word}`)

/** The words that a sheet is found by. */
export const searchedWords = (texts: readonly (string | null)[]) =>
  ` ${texts.map((text) => slugOf(text ?? '').replaceAll('-', ' ')).join(' ')}`

const byName = (one: Shelved, other: Shelved) => collator.compare(one.name, other.name)
const byLabel = ([one]: readonly [string, number], [other]: readonly [string, number]) =>
  collator.compare(one, other)
const collator = new Intl.Collator('fr', { numeric: true })

function orderOf({ sort, q }: ShelfFilter) {
  if (sort === 'usages')
    return (one: Shelved, other: Shelved) => other.usages - one.usages || byName(one, other)
  if (sort === 'release')
    return (one: Shelved, other: Shelved) =>
      (other.releasedOn ?? '').localeCompare(one.releasedOn ?? '') || byName(one, other)
  if (sort === 'name') return byName
  const [first] = wordsOf(q)
  if (!first) return undefined

  // the name comes before what is said of it
  const inName = ({ name }: Shelved) => (searchedWords([name]).includes(first) ? 0 : 1)
  return (one: Shelved, other: Shelved) => inName(one) - inName(other) || byName(one, other)
}

/** What answers a need first, then by name, once for all: a list that is only filtered stays in this order. */
export const inTownHallOrder = (shelf: readonly Shelved[]) =>
  [...shelf].sort((one, other) => answersNeed(other) - answersNeed(one) || byName(one, other))

const answersNeed = ({ needs }: Shelved) => (needs.length > 0 ? 1 : 0)
