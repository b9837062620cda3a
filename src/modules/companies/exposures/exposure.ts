/** Where somebody who helps is shown: the page of a need, that of a software, a list. */
export const shownAts = ['need', 'software', 'list'] as const
export type ShownAt = (typeof shownAts)[number]

/** The places in the words of the screens. */
export const shownAtNames: Record<ShownAt, string> = {
  need: 'Page d’un besoin',
  software: 'Page d’un logiciel',
  list: 'Liste d’entreprises',
}

/** A count of showings of one provider, on one day, at one place, for one question. */
export type Exposure = {
  readonly day: string
  /** `company:…` or `organisation:…`. */
  readonly provider: string
  readonly place: ShownAt
  /** The need’s slug, or the software asked about. */
  readonly about: string
  readonly shown: number
  readonly first: number
  readonly leading: number
  readonly fairFirst: number
  readonly fairLeading: number
}

/** What names a count: showings under the same words add up. */
export const exposureKey = ({ day, provider, place, about }: Exposure) =>
  `${day} ${provider} ${place} ${about}`

/** Two counts under the same words, added up. */
export const addExposures = (one: Exposure, other: Exposure): Exposure => ({
  ...one,
  shown: one.shown + other.shown,
  first: one.first + other.first,
  leading: one.leading + other.leading,
  fairFirst: one.fairFirst + other.fairFirst,
  fairLeading: one.fairLeading + other.fairLeading,
})
