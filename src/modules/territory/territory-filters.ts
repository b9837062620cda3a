import { z } from 'zod'
import { departementNamed } from '#modules/communes/index.ts'
import { audienceFilters } from '#modules/outreach/index.ts'
import { standings } from './stage-looks.ts'

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

/** Reads the address of the list; what is not understood filters nothing. It begins with the words of a wave's audience. */
export const TerritoryFilters = audienceFilters.extend({
  stage: word(z.enum(standings)),
  departement: word(z.string().refine((code) => departementNamed(code) !== undefined)),
  scope: word(z.enum(['france'])),
  reached: word(z.enum(reachedSteps)),
  wave: word(z.uuid()),
  sort: word(z.string().regex(/^-?(name|population|epci|stage|last)$/)),
  page: z.coerce.number().int().min(1).catch(1),
})

export type Filters = z.output<typeof TerritoryFilters>

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
