import { isOneLetterAway } from './one-letter-away.ts'
import { isSmallWord } from './plain-words.ts'

/** Every word of the names, sorted, and who bears it. A name of several words also counts as one long word, unspaced. */
export type Vocabulary = {
  readonly words: readonly string[]
  /** The same words spelt backwards, sorted: a slip in the first half leaves the second intact. */
  readonly backwards: readonly string[]
  /** How much a word says: a rare one nearly everything, an article next to nothing. */
  readonly weights: Float32Array
  /** Bearers of word `w`: bearers[starts[w]] up to bearers[starts[w + 1]]. */
  readonly starts: Uint32Array
  readonly bearers: Uint16Array
  /** How much each whole name says: the sum of its words. */
  readonly nameWeights: Float32Array
}

/** A word that what was typed may stand for, and how surely, from 0 to 1. */
type Reading = (word: number, likeness: number) => void

const LIKENESS = { same: 1, beginning: 0.85, near: 0.78, nearShort: 0.66, nearBeginning: 0.6 }

/** Takes the words of each name, in the order of the bearers. */
export function buildVocabulary(names: readonly (readonly string[])[]): Vocabulary {
  const bearersOf = new Map<string, number[]>()
  const weightOf = new Map<string, number>()
  names.forEach((words, bearer) => {
    for (const word of words) addBearer(bearersOf, word, bearer)
  })
  for (const [word, bearers] of bearersOf) weightOf.set(word, weigh(word, bearers.length, names.length))

  const nameWeights = Float32Array.from(names, (words) =>
    words.reduce((sum, word) => sum + (weightOf.get(word) ?? 0), 0),
  )
  names.forEach((words, bearer) => {
    if (words.length < 2) return
    const unspaced = words.join('')
    addBearer(bearersOf, unspaced, bearer)
    if (!weightOf.has(unspaced)) weightOf.set(unspaced, nameWeights[bearer] ?? 0)
  })

  const words = [...bearersOf.keys()].sort()
  const lists = words.map((word) => bearersOf.get(word) ?? [])
  const starts = new Uint32Array(words.length + 1)
  lists.forEach((list, word) => {
    starts[word + 1] = (starts[word] ?? 0) + list.length
  })

  return {
    words,
    backwards: words.map(reversed).sort(),
    weights: Float32Array.from(words, (word) => weightOf.get(word) ?? 0),
    starts,
    bearers: Uint16Array.from(lists.flat()),
    nameWeights,
  }
}

/** The place of a word, or -1 when no name bears it. */
export function placeOf({ words }: Vocabulary, word: string) {
  const place = firstFrom(words, word)
  return words[place] === word ? place : -1
}

/**
 * Calls back with every word that what was typed may stand for: itself, its continuations, one slip away from it.
 * A little word among others is only itself.
 */
export function readAs(vocabulary: Vocabulary, typed: string, isAlone: boolean, reading: Reading) {
  const { words, backwards } = vocabulary
  if (isSmallWord(typed) && !isAlone) {
    const place = placeOf(vocabulary, typed)
    if (place >= 0) reading(place, LIKENESS.same)
    return
  }

  eachBeginningWith(words, typed, (word, place) => {
    reading(place, word.length === typed.length ? LIKENESS.same : LIKENESS.beginning)
  })
  if (typed.length < 4) return

  const near = typed.length < 5 ? LIKENESS.nearShort : LIKENESS.near
  const intact = Math.floor((typed.length - 1) / 2)
  eachBeginningWith(words, typed.slice(0, intact), (word, place) => {
    if (isOneLetterAway(typed, word)) reading(place, near)
    else if (typed.length > 4 && isOneLetterAway(typed, word, { isBeginning: true })) {
      reading(place, LIKENESS.nearBeginning)
    }
  })
  const backward = reversed(typed)
  eachBeginningWith(backwards, backward.slice(0, intact), (word) => {
    if (isOneLetterAway(backward, word)) reading(placeOf(vocabulary, reversed(word)), near)
  })
}

const AFTER_ANY_LETTER = '\uffff'

function eachBeginningWith(
  sorted: readonly string[],
  start: string,
  visit: (word: string, place: number) => void,
) {
  const end = firstFrom(sorted, `${start}${AFTER_ANY_LETTER}`)
  for (let place = firstFrom(sorted, start); place < end; place++) visit(sorted[place] ?? '', place)
}

function addBearer(bearersOf: Map<string, number[]>, word: string, bearer: number) {
  const known = bearersOf.get(word)
  if (!known) bearersOf.set(word, [bearer])
  else if (known.at(-1) !== bearer) known.push(bearer)
}

/** The place of the first word that is not before `text`. */
function firstFrom(sorted: readonly string[], text: string) {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? '') < text) low = middle + 1
    else high = middle
  }
  return low
}

function weigh(word: string, bearers: number, names: number) {
  return Math.log(1 + names / bearers) * (isSmallWord(word) ? 0.15 : 1)
}

function reversed(word: string) {
  let backward = ''
  for (let at = word.length - 1; at >= 0; at--) backward += word[at]

  return backward
}
