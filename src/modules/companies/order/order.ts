/** How the firm answered requests for quotes of the last twelve months whose date has passed; a reasoned refusal is an answer. */
export type ResponseRecord = { readonly asked: number; readonly answered: number }

/**
 * All that the order may know of somebody who can help: no name, no size, no payment. `key` is read by the draw between
 * equals, and by nothing else.
 */
export type Standing = {
  readonly key: string
  /** Whether what it offers meets the whole need, or a part of it. */
  readonly fit: 'full' | 'part'
  /** Its work on this need that the communes themselves confirmed. */
  readonly confirmedReferences: number
  /** Null when nobody said where. */
  readonly serves: boolean | null
  readonly response: ResponseRecord
}

/** SHA-256 in hexadecimal, which anybody can compute again. */
export type Fingerprint = (text: string) => string

/** A place in the order: the four figures that decide it, and the draw that settles equals. */
export type Placed = { readonly key: string; readonly mark: string; readonly draw: string }

/**
 * The published order, to be done again with pencil and paper. Four figures side by side make a number: serves here (1 or 0),
 * meets the need (2 whole, 1 in part), confirmed references (0 to 3), answers (1 or 0). The greatest number is first; equals
 * follow the fingerprint of « seed/key », the smallest first.
 */
export function orderHelpers(
  standings: readonly Standing[],
  { seed, fingerprint }: { readonly seed: string; readonly fingerprint: Fingerprint },
): Placed[] {
  const placed = standings.map((standing) => ({
    key: standing.key,
    mark: markOf(standing),
    draw: fingerprint(`${seed}/${standing.key}`),
  }))
  return placed.sort((a, b) => compared(b.mark, a.mark) || compared(a.draw, b.draw))
}

/** The four figures: `1231` serves here, meets the whole need, three references or more, answers. */
export const markOf = ({ serves, fit, confirmedReferences, response }: Standing) =>
  [
    serves ? 1 : 0,
    fit === 'full' ? 2 : 1,
    Math.min(confirmedReferences, mostReferences),
    isOftenSilent(response) ? 0 : 1,
  ].join('')

/** Beyond three, references are shown and no longer counted: whoever came first would never be caught up with. */
export const mostReferences = 3

/** Fewer requests than this say nothing: whoever arrives is not behind. */
export const fewestRequests = 3

/** Less than one answer in two, over at least three requests. */
export const isOftenSilent = ({ asked, answered }: ResponseRecord) =>
  asked >= fewestRequests && answered * 2 < asked

/** What the day, the need and the commune make of the seed: neither a firm nor the operator chooses any of them. */
export const seedText = ({ day, about, place }: Drawn) => `beffroi/${day}/${about}/${place}`

/** What a draw is made for: the day in Paris, the need or the software asked about, the commune or `france`. */
export type Drawn = { readonly day: string; readonly about: string; readonly place: string }

const compared = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)
