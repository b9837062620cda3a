import { graphemes, shortened } from '../standard/value.ts'
import type { Description } from './facts.ts'
import type { Sheet } from './sheet.ts'

/** The French section of the file, from what the sheet says; what is not known is left out. */
export function frenchSection({ facts, ...sheet }: Sheet): Partial<Description> {
  const short = oneLine(sheet.summary ?? '')
  const long = facts.longDescription ?? longDescription(sheet)
  const features = facts.features ?? sheet.needs.map(({ label }) => oneLine(label))
  return {
    ...(short === '' ? {} : { shortDescription: shortened(short, 150) }),
    ...(graphemes(long.trim()) < 150 ? {} : { longDescription: shortened(long.trim(), 10_000) }),
    ...(features.length === 0 ? {} : { features }),
  }
}

/**
 * The standard wants 150 letters at least. A shorter description is followed by what else the sheet says: the needs of a
 * town hall that it meets, what is missing, its limits. Nothing is said that the sheet does not say.
 */
function longDescription({ summary, description, needs, limits }: Omit<Sheet, 'facts'>): string {
  const text = (description ?? summary ?? '').trim()
  if (graphemes(text) >= 150) return text

  const met = needs.map(
    ({ label, missing }) => `- ${oneLine(label)}${missing ? ` (en partie : ${oneLine(missing)})` : ''}`,
  )
  return [
    ...(summary && description && !description.includes(summary) ? [summary.trim()] : []),
    text,
    ...(met.length > 0 ? [`Répond à ces besoins d’une mairie :\n\n${met.join('\n')}`] : []),
    ...(limits.length > 0
      ? [`Limites connues :\n\n${limits.map((limit) => `- ${oneLine(limit)}`).join('\n')}`]
      : []),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()
