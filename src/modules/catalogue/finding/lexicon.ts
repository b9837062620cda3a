import { frenchStem, soundOf } from './french-stem.ts'
import { lettersOf, mayBeNear, slipsBetween } from './slips.ts'

/** A word of the vocabulary that what was typed may stand for, and how surely, from 0 to 1. */
export type Reading = { readonly stem: string; readonly likeness: number }

/** The words of the vocabulary, and what a typed word may stand for among them. */
export type Lexicon = {
  /** How much a word says: a rare one much, one that every need uses next to nothing; a word never met, as a rare one. */
  readonly weightOf: (stem: string) => number
  /** Whether the vocabulary has this very word, endings aside. */
  readonly knows: (word: string) => boolean
  readonly read: (word: string) => readonly Reading[]
}

const LIKENESS = {
  sound: 0.88,
  oneSlip: 0.84,
  oneSlipShort: 0.68,
  twoSlips: 0.66,
  beginning: 0.72,
  glued: 0.9,
}
const shortest = { slip: 4, twoSlips: 8, glued: 7, part: 3 }
const mostReadings = 8

/** Takes the words of each need, fillers left out; a word in many needs weighs less. */
export function buildLexicon(needs: readonly ReadonlySet<string>[]): Lexicon {
  const usedBy = new Map<string, number>()
  const words = new Map<string, string>()
  const bySound = new Map<string, Set<string>>()
  for (const need of needs) {
    const stems = new Set<string>()
    for (const word of need) {
      const stem = frenchStem(word)
      stems.add(stem)
      words.set(word, stem)
      if (word.length >= shortest.slip) addTo(bySound, soundOf(word), stem)
    }
    for (const stem of stems) usedBy.set(stem, (usedBy.get(stem) ?? 0) + 1)
  }
  const entries = [...words].map(([word, stem]) => ({ word, stem, letters: lettersOf(word) }))
  const byLength = Map.groupBy(
    entries.filter(({ word }) => word.length >= shortest.slip),
    ({ word }) => word.length,
  )
  const rare = Math.log(1 + needs.length)

  const knows = (word: string) => usedBy.has(frenchStem(word))

  function read(word: string): readonly Reading[] {
    const stem = frenchStem(word)
    if (usedBy.has(stem)) return [{ stem, likeness: 1 }]
    if (word.length < shortest.slip) return []

    const found = new Map<string, number>()
    const keep = (candidate: string, likeness: number) => {
      if ((found.get(candidate) ?? 0) < likeness) found.set(candidate, likeness)
    }
    for (const candidate of bySound.get(soundOf(word)) ?? []) keep(candidate, LIKENESS.sound)
    eachNear(word, keep)
    const glued = unglued(word)
    if (glued.length > 0 && Math.max(0, ...found.values()) < LIKENESS.oneSlip) return glued

    return [...found]
      .map(([candidate, likeness]) => ({ stem: candidate, likeness }))
      .sort((one, other) => other.likeness - one.likeness)
      .slice(0, mostReadings)
  }

  function eachNear(word: string, keep: (stem: string, likeness: number) => void) {
    const most = word.length >= shortest.twoSlips ? 2 : 1
    const letters = lettersOf(word)
    for (let length = word.length - most; length <= word.length + most; length++)
      for (const candidate of byLength.get(length) ?? []) {
        if (!mayBeNear(letters, candidate.letters, most)) continue
        const slips = slipsBetween(word, candidate.word, most)
        if (slips === 1) keep(candidate.stem, word.length < 5 ? LIKENESS.oneSlipShort : LIKENESS.oneSlip)
        else if (slips <= most) keep(candidate.stem, LIKENESS.twoSlips)
      }
    for (const { word: candidate, stem } of entries)
      if (candidate.startsWith(word)) keep(stem, LIKENESS.beginning)
  }

  /** « serveurdefichier » is read as its words, when all of it is words. */
  function unglued(word: string): Reading[] {
    if (word.length < shortest.glued) return []
    for (let at = shortest.part; at <= word.length - shortest.part; at++) {
      const [start, end] = [word.slice(0, at), word.slice(at)]
      if (!knows(start)) continue
      const rest = knows(end)
        ? end
        : linked
            .flatMap((link) => (end.startsWith(link) ? [end.slice(link.length)] : []))
            .find((part) => part.length >= shortest.part && knows(part))
      if (rest) return [start, rest].map((part) => ({ stem: frenchStem(part), likeness: LIKENESS.glued }))
    }
    return []
  }

  return {
    weightOf: (stem) => Math.log(1 + needs.length / (usedBy.get(stem) ?? 1)) / rare,
    knows,
    read,
  }
}

const linked = ['de', 'des', 'du', 'd', 'la', 'les', 'a', 'et']

function addTo(map: Map<string, Set<string>>, key: string, value: string) {
  const known = map.get(key)
  if (known) known.add(value)
  else map.set(key, new Set([value]))
}
