/** A YAML value once read: numbers and dates stay the text that was typed, for the standard has neither. */
export type Value = string | boolean | null | readonly Value[] | ValueMap
export type ValueMap = { readonly [key: string]: Value }

export const isMap = (value: Value | undefined): value is ValueMap =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const isList = (value: Value | undefined): value is readonly Value[] => Array.isArray(value)

/** Absent, null, or an empty text: the reference parser makes no difference. */
export const isBlank = (value: Value | undefined): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '')

const segmenter = new Intl.Segmenter('fr', { granularity: 'grapheme' })

/** How long a text is for a person: grapheme clusters, as the reference parser counts. */
export function graphemes(text: string): number {
  let count = 0
  for (const _ of segmenter.segment(text)) count++
  return count
}

/** The beginning of a text, cut between two words when it is longer than it may be. */
export function shortened(text: string, most: number): string {
  if (graphemes(text) <= most) return text
  const kept = Array.from(segmenter.segment(text), ({ segment }) => segment)
    .slice(0, most - 1)
    .join('')
  return `${kept.replace(/\s+\S*$/, '')}…`
}
