import { plainWords } from './plain-words.ts'
import { lettersOf, mayBeNear, slipsBetween } from './slips.ts'

/** Something that bears names: a product and its aliases, a software. */
export type Named<Bearer> = { readonly bearer: Bearer; readonly names: readonly string[] }

/** A name read in what was typed: the words it took, how surely, and whether they also mean something by themselves. */
export type NameRead<Bearer> = {
  readonly bearer: Bearer
  readonly from: number
  readonly to: number
  readonly likeness: number
  readonly isPlainWord: boolean
}

const longestName = 4
const LIKENESS = { oneSlip: 0.85, twoSlips: 0.7 }

/**
 * Reads names in typed words, however they are spaced (« we transfer », « emagnus »), with one slip from five letters on and two
 * from nine on. A word that the vocabulary knows is never taken for a misspelt name.
 */
export function buildNames<Bearer>(named: readonly Named<Bearer>[], isPlainWord: (word: string) => boolean) {
  const byName = new Map<string, Bearer[]>()
  for (const { bearer, names } of named)
    for (const name of new Set(names.map((name) => plainWords(name).join('')).filter(Boolean)))
      byName.set(name, [...(byName.get(name) ?? []), bearer])
  const byLength = Map.groupBy(
    [...byName.keys()].map((name) => ({ name, letters: lettersOf(name) })),
    ({ name }) => name.length,
  )

  function read(words: readonly string[]): NameRead<Bearer>[] {
    const found: NameRead<Bearer>[] = []
    for (let from = 0; from < words.length; ) {
      const longest = longestAt(words, from)
      found.push(...longest)
      from = longest[0]?.to ?? from + 1
    }
    return found
  }

  function longestAt(words: readonly string[], from: number): NameRead<Bearer>[] {
    for (let to = Math.min(words.length, from + longestName); to > from; to--) {
      const span = words.slice(from, to)
      const typed = span.join('')
      const exact = byName.get(typed)
      const isPlain = span.every(isPlainWord)
      if (exact) return exact.map((bearer) => ({ bearer, from, to, likeness: 1, isPlainWord: isPlain }))
      if (isPlain || span.some((word) => word.length > 3 && isPlainWord(word))) continue

      const near = nearest(typed, span.length)
      if (near)
        return near.bearers.map((bearer) => ({
          bearer,
          from,
          to,
          likeness: near.likeness,
          isPlainWord: false,
        }))
    }
    return []
  }

  function nearest(typed: string, words: number) {
    const most = typed.length >= 9 ? 2 : typed.length >= 5 ? 1 : 0
    if (most === 0 || (words > 1 && typed.length < 7)) return undefined

    const typedLetters = lettersOf(typed)
    let best: { name: string; slips: number } | undefined
    for (let length = typed.length - most; length <= typed.length + most; length++)
      for (const { name, letters } of byLength.get(length) ?? []) {
        if (!mayBeNear(typedLetters, letters, most)) continue
        const slips = slipsBetween(typed, name, most)
        if (slips <= most && (!best || slips < best.slips)) best = { name, slips }
      }
    if (!best) return undefined
    return {
      bearers: byName.get(best.name) ?? [],
      likeness: best.slips === 1 ? LIKENESS.oneSlip : LIKENESS.twoSlips,
    }
  }

  return { read }
}
