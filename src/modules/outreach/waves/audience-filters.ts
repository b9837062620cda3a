import { z } from 'zod'
import { stages } from '#modules/journal/index.ts'

/** The words of the territory's query string: `?q=&epci=&stage=&population=500-2000&channel=email`. */
export type FilterWords = {
  readonly q?: string
  readonly epci?: string
  readonly stage?: (typeof stages)[number]
  readonly population?: string
  readonly channel?: (typeof reachableBy)[number]
}

/** By what a town hall can be reached; `dead-email`: an e-mail that leads nowhere; `none`: neither e-mail nor phone. */
export const reachableBy = ['email', 'dead-email', 'phone', 'none'] as const

const word = <Schema extends z.ZodType<string>>(schema: Schema) =>
  z.preprocess((typed) => (typed === '' ? undefined : typed), schema.optional()).catch(undefined)

/** Reads the filters of a list of communes from a query string; what is not understood filters nothing. */
export const audienceFilters = z.object({
  q: word(z.string().trim().max(80)),
  epci: word(z.string().regex(/^\d{9}$/)),
  stage: word(z.enum(stages)),
  population: word(z.string().regex(/^(\d+-\d*|-\d+)$/)),
  channel: word(z.enum(reachableBy)),
})

export type AudienceFilters = z.output<typeof audienceFilters>

/** « 500-2000 », « -500 », « 2000- »: from so many inhabitants, to fewer than so many. */
export function populationBand(band: string | undefined) {
  const [from, to] = (band ?? '').split('-')
  return { from: from ? Number(from) : undefined, to: to ? Number(to) : undefined }
}

/** The bands that the screens offer. */
export const populationBands: Readonly<Record<string, string>> = {
  '-500': 'moins de 500 habitants',
  '500-1000': 'de 500 à 999 habitants',
  '1000-3500': 'de 1 000 à 3 499 habitants',
  '3500-10000': 'de 3 500 à 9 999 habitants',
  '10000-': '10 000 habitants et plus',
}

export const reachableNames: Record<(typeof reachableBy)[number], string> = {
  email: 'avec une adresse électronique',
  'dead-email': 'avec une adresse électronique morte',
  phone: 'avec un téléphone, sans adresse électronique',
  none: 'sans adresse électronique ni téléphone',
}

/** The filters as a query string keeps them: what filters nothing is not written. */
export const filterWords = (filters: AudienceFilters): FilterWords =>
  Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined))
