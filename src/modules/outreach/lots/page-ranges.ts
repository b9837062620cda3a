import { accept, type Decision, refuse } from '#values/decision.ts'

/** Reads the pages a person names, « 37–38, 40 et 42 », in order and once each; all must be in the lot. */
export function readPageRanges(typed: string, last: number): Decision<number[], 'not-pages' | 'not-in-lot'> {
  const parts = typed
    .toLowerCase()
    .replace(/\bpages?\b|\bp\./g, ' ')
    .split(/[,;]|\bet\b/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const ranges = parts.map((part) => /^(\d{1,4})(?:\s*(?:-|–|—|à)\s*(\d{1,4}))?$/.exec(part))
  if (ranges.length === 0 || ranges.some((range) => range === null)) return refuse('not-pages')

  const bounds = ranges.map((range) => [Number(range?.[1]), Number(range?.[2] ?? range?.[1])] as const)
  if (bounds.some(([from, to]) => from < 1 || to > last || from > to)) return refuse('not-in-lot')

  const pages = bounds.flatMap(([from, to]) =>
    Array.from({ length: to - from + 1 }, (_, rank) => from + rank),
  )
  return accept([...new Set(pages)].sort((a, b) => a - b))
}
