/** A commune as a person recognises it in a list of namesakes. */
export type Suggestion = { readonly insee: string; readonly name: string; readonly departement: string }

/** Why a line of a list does not name one commune for certain. */
export type DoubtReason = 'ended' | 'namesakes' | 'near' | 'unknown'

/** A line to be settled by the person who typed it, with what it may stand for. */
export type Doubt = {
  readonly line: string
  readonly reason: DoubtReason
  readonly suggestions: readonly Suggestion[]
}

/** Why no perimeter can be made of a choice. */
export type PerimeterRefusal = 'unknown-departement' | 'unknown-epci' | 'several-epcis' | 'empty-perimeter'

/** What a choice gives: the communes named for certain, and the lines in doubt. */
export type Resolution = { readonly communes: readonly Suggestion[]; readonly doubts: readonly Doubt[] }

/** A commune that the search proposes for a name; by the name of one that joined it, when `isFormerName`. */
export type Match = Suggestion & { readonly isExact: boolean; readonly isFormerName: boolean }

/**
 * What a typed name stands for: one commune when a single one bears it (or one alone inside the department said), else
 * a doubt with the candidates. A name near to one is a doubt too: nobody enters a perimeter by a slip of the finger.
 */
export function readMatches(line: string, matches: readonly Match[]): Suggestion | Doubt {
  const exact = matches.filter(({ isExact }) => isExact)
  const [only, ...others] = exact
  if (only && others.length === 0) return only
  if (only) return { line, reason: 'namesakes', suggestions: exact }
  const [best] = matches
  if (best?.isFormerName) return { line, reason: 'ended', suggestions: [best] }

  return { line, reason: matches.length > 0 ? 'near' : 'unknown', suggestions: matches }
}

export const isDoubt = (read: Suggestion | Doubt): read is Doubt => 'line' in read
