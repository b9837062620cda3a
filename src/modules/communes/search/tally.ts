import { placeOf, readAs, type Vocabulary } from './vocabulary.ts'

/** How well each name agrees with the words last read: how much of the search it covers, how much of itself is said. */
export type Tally = {
  /** Empties the tally, reads these words, and gives the bearers that have at least one of them. */
  readonly read: (words: readonly string[]) => readonly number[]
  readonly coveredOf: (bearer: number) => number
  readonly namedOf: (bearer: number) => number
}

const UNSPACED = 0.95

/** One tally serves one search at a time, and is reused: it holds two numbers per name. */
export function createTally(vocabulary: Vocabulary): Tally {
  const { nameWeights } = vocabulary
  const covered = new Float32Array(nameWeights.length)
  const named = new Float32Array(nameWeights.length)
  const eachBearer = createReader(vocabulary)
  const rarest = Math.log(1 + nameWeights.length)
  let touched: number[] = []
  let asked = 1

  function read(words: readonly string[]) {
    for (const bearer of touched) covered[bearer] = named[bearer] = 0
    touched = []

    const weights = words.map((word) => vocabulary.weights[placeOf(vocabulary, word)] ?? rarest)
    asked = weights.reduce((sum, weight) => sum + weight, 0)
    const isAlone = words.length === 1
    for (const [rank, word] of words.entries()) readWord(word, isAlone, weights[rank] ?? rarest)
    if (!isAlone) readUnspaced(words.join(''))
    return touched
  }

  function readWord(word: string, isAlone: boolean, asks: number) {
    eachBearer(word, isAlone, (bearer, likeness, weight) => {
      if (covered[bearer] === 0) touched.push(bearer)
      covered[bearer] = (covered[bearer] ?? 0) + likeness * asks
      named[bearer] = (named[bearer] ?? 0) + likeness * weight
    })
  }

  /** "vieu xconde", "la madeleine" for Lamadeleine: a space is a letter one may misplace. */
  function readUnspaced(word: string) {
    eachBearer(word, true, (bearer, likeness, weight) => {
      if (covered[bearer] === 0) touched.push(bearer)
      covered[bearer] = Math.max(covered[bearer] ?? 0, likeness * asked * UNSPACED)
      named[bearer] = Math.max(named[bearer] ?? 0, likeness * weight * UNSPACED)
    })
  }

  return {
    read,
    coveredOf: (bearer) => Math.min(1, (covered[bearer] ?? 0) / asked),
    namedOf: (bearer) => Math.min(1, (named[bearer] ?? 0) / (nameWeights[bearer] ?? 1)),
  }
}

type Visit = (bearer: number, likeness: number, weight: number) => void

/** Visits each bearer of a word once, by the surest of the words that what was typed may stand for. */
function createReader(vocabulary: Vocabulary) {
  const { starts, bearers, weights, nameWeights } = vocabulary
  const surest = new Float32Array(nameWeights.length)
  const weight = new Float32Array(nameWeights.length)

  return (typed: string, isAlone: boolean, visit: Visit) => {
    const met: number[] = []
    const reading = (word: number, likeness: number) => {
      const end = starts[word + 1] ?? 0
      for (let at = starts[word] ?? 0; at < end; at++) {
        const bearer = bearers[at] ?? 0
        const known = surest[bearer] ?? 0
        if (known >= likeness) continue
        if (known === 0) met.push(bearer)
        surest[bearer] = likeness
        weight[bearer] = weights[word] ?? 0
      }
    }
    for (const spelling of spellings(vocabulary, typed)) readAs(vocabulary, spelling, isAlone, reading)

    for (const bearer of met) {
      visit(bearer, surest[bearer] ?? 0, weight[bearer] ?? 0)
      surest[bearer] = 0
    }
  }
}

/** A word no name begins with may be an abbreviated saint without its space: "stamand". */
function spellings(vocabulary: Vocabulary, typed: string) {
  const [, saint, rest] = /^(ste?)(.{3,})$/.exec(typed) ?? []
  if (!saint || placeOf(vocabulary, typed) >= 0) return [typed]

  return [typed, `${saint === 'st' ? 'saint' : 'sainte'}${rest}`]
}
