import { z } from 'zod'
import { departementNamed } from '#modules/communes/index.ts'
import { standings } from './stage-looks.ts'

/** By what a town hall can be reached; `none` has neither e-mail nor phone. */
export const reachableBy = ['email', 'phone', 'none'] as const

/** The steps of the funnel: the town halls that ever came to each. */
export const reachedSteps = ['written', 'in-contact', 'accompanied', 'autonomous'] as const
export type ReachedStep = (typeof reachedSteps)[number]

/** The steps in words, as the list and the funnel say them. */
export const reachedNames: Record<ReachedStep, string> = {
  written: 'Mairies à qui l’on a écrit',
  'in-contact': 'Mairies entrées en contact',
  accompanied: 'Mairies accompagnées',
  autonomous: 'Mairies devenues autonomes',
}

/** What the list may be sorted on. */
export const sortKeys = ['name', 'population', 'epci', 'stage', 'last'] as const
export type SortKey = (typeof sortKeys)[number]

const word = <Schema extends z.ZodType<string>>(schema: Schema) =>
  z.preprocess((typed) => (typed === '' ? undefined : typed), schema.optional()).catch(undefined)

/** Reads the address of the list; what is not understood filters nothing. The first five words are those of a wave's audience. */
export const TerritoryFilters = z.object({
  q: word(z.string().trim().max(80)),
  epci: word(z.string().regex(/^\d{9}$/)),
  stage: word(z.enum(standings)),
  population: word(z.string().regex(/^(\d+-\d*|-\d+)$/)),
  channel: word(z.enum(reachableBy)),
  departement: word(z.string().refine((code) => departementNamed(code) !== undefined)),
  scope: word(z.enum(['france'])),
  reached: word(z.enum(reachedSteps)),
  wave: word(z.uuid()),
  sort: word(z.string().regex(/^-?(name|population|epci|stage|last)$/)),
  page: z.coerce.number().int().min(1).catch(1),
})

export type Filters = z.output<typeof TerritoryFilters>

/** The bands of population that the list offers: from so many inhabitants, to fewer than so many. */
export const populationBands: Readonly<Record<string, string>> = {
  '-500': 'Moins de 500 habitants',
  '500-1000': 'De 500 à 999 habitants',
  '1000-3500': 'De 1 000 à 3 499 habitants',
  '3500-10000': 'De 3 500 à 9 999 habitants',
  '10000-': '10 000 habitants et plus',
}

export const reachableNames: Record<(typeof reachableBy)[number], string> = {
  email: 'Avec une adresse électronique',
  phone: 'Avec un téléphone seulement',
  none: 'Ni adresse électronique ni téléphone',
}

/** The orders of the list in words; a minus begins with the largest. */
export const sortNames: Readonly<Record<string, string>> = {
  name: 'Nom',
  '-population': 'Population, la plus grande d’abord',
  population: 'Population, la plus petite d’abord',
  epci: 'Intercommunalité',
  stage: 'Étape, la moins avancée d’abord',
  '-stage': 'Étape, la plus avancée d’abord',
  '-last': 'Dernier fait, le plus récent d’abord',
}

/** « 500-2000 », « -500 », « 2000- »: from so many inhabitants, to fewer than so many. */
export function populationLimits(band: string | undefined) {
  const [from, to] = (band ?? '').split('-')
  return { from: from ? Number(from) : undefined, to: to ? Number(to) : undefined }
}

/** The order that the address asks for: by name unless said, the most populated first when population is. */
export function orderOf({ sort }: Filters): { key: SortKey; isDescending: boolean } {
  const bare = (sort ?? 'name').replace(/^-/, '')
  return { key: sortKeys.find((key) => key === bare) ?? 'name', isDescending: sort?.startsWith('-') ?? false }
}

/** The filters as a query string, with some changed or taken away; page one unless the page is what changes. */
export function queryOf(filters: Partial<Filters>, changes: Partial<Filters> = {}): string {
  const { page, ...kept } = { ...filters, page: undefined, ...changes }
  const words = Object.entries({ ...kept, page: page === 1 ? undefined : page })
  const query = new URLSearchParams(
    words.flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]])),
  )
  const text = query.toString()
  return text ? `?${text}` : ''
}
