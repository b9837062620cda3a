import { z } from 'zod'

/** The words that choose the companies of a wave: `?q=&claim=unclaimed&area=unknown&source=`. */
export type CompanyFilterWords = {
  readonly q?: string
  readonly claim?: (typeof claims)[number]
  readonly area?: (typeof areas)[number]
  readonly source?: string
}

/** Whether the company has taken its page in hand. */
export const claims = ['unclaimed', 'claimed'] as const
/** Whether where it works is known: it stated an area, or its seat is known. */
export const areas = ['unknown', 'known'] as const

const word = <Schema extends z.ZodType<string>>(schema: Schema) =>
  z.preprocess((typed) => (typed === '' ? undefined : typed), schema.optional()).catch(undefined)

/** Reads the filters of the census from a query string or a form; what is not understood filters nothing. */
export const companyFilters = z.object({
  q: word(z.string().trim().max(80)),
  claim: word(z.enum(claims)),
  area: word(z.enum(areas)),
  source: word(z.string().trim().max(200)),
})

export type CompanyFilters = z.output<typeof companyFilters>

export const claimNames: Record<(typeof claims)[number], string> = {
  unclaimed: 'page pas encore prise en main',
  claimed: 'page prise en main',
}

export const areaNames: Record<(typeof areas)[number], string> = {
  unknown: 'territoire servi inconnu',
  known: 'territoire servi connu',
}

/** Which companies the filters of a wave keep, in one sentence. */
export function companyFilterSentence({ q, claim, area, source }: CompanyFilterWords, recentDays: number) {
  const kept = [
    ...(q ? [`« ${q} »`] : []),
    ...(claim ? [claimNames[claim]] : []),
    ...(area ? [areaNames[area]] : []),
    ...(source ? [`source « ${source} »`] : []),
  ]
  const which = kept.length > 0 ? kept.join(', ') : 'tout le recensement'
  return recentDays > 0 ? `${which} ; pas celles invitées depuis moins de ${recentDays} jours` : which
}
