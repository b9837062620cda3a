import type { Audience } from '../needs/need.ts'
import { isFiller } from './filler-words.ts'
import { frenchStem } from './french-stem.ts'
import { buildLexicon, type Reading } from './lexicon.ts'
import { buildNames } from './names.ts'
import { plainWords, readable } from './plain-words.ts'

/** What the search knows of a need: how it is shown, and every word that leads to it. */
export type SearchedNeed = {
  readonly slug: string
  readonly label: string
  readonly service: string
  readonly summary: string
  readonly audiences: readonly Audience[]
  readonly synonyms: readonly string[]
  readonly phrases: readonly string[]
}

export type SearchedProduct = {
  readonly slug: string
  readonly name: string
  readonly aliases: readonly string[]
  /** The needs it serves, the one it is bought for first. */
  readonly needs: readonly string[]
}

export type SearchedSoftware = {
  readonly slug: string
  readonly name: string
  /** The needs it meets, those it meets wholly first. */
  readonly needs: readonly string[]
}

export type Searched = {
  readonly needs: readonly SearchedNeed[]
  readonly products: readonly SearchedProduct[]
  readonly software: readonly SearchedSoftware[]
}

export type FoundNeed = {
  readonly slug: string
  readonly label: string
  readonly service: string
  readonly summary: string
  readonly score: number
}

/** What a typed text was understood as, best first; all empty when nothing was. */
export type Understanding = {
  readonly needs: readonly FoundNeed[]
  readonly software: readonly { readonly slug: string; readonly name: string }[]
  readonly products: readonly { readonly slug: string; readonly name: string }[]
}

/** Tuned on the first part of `bench/needs-phrases.ts`; its held-out part was not looked at. */
const WORTH = {
  label: 1,
  synonym: 1,
  phrase: 1,
  /** Of the expression that fits best, against all the words of the need together. */
  expression: 0.62,
  bag: 0.38,
  inSummary: 0.55,
  expressionCovered: 0.5,
  typedCovered: 0.75,
  unknownWord: 0.45,
  audience: 0.06,
  namedAlone: 0.95,
  named: 0.72,
  besideName: 0.5,
  withoutName: 0.75,
  softwareNamed: 0.7,
  nextOfNamed: 0.93,
  plainWordName: 0.55,
}
const leastScore = 0.3
/** Beside the first, only what is near it. */
const leastOfFirst = 0.4
const mostFound = 12
const mostWords = 40

type Expression = {
  readonly need: number
  readonly stems: readonly string[]
  readonly worth: number
  readonly weight: number
}
type Slot = { readonly readings: readonly Reading[]; readonly weight: number }

/** A search of needs held in memory: a few thousand words, read in less than a millisecond. */
export function buildFinding({ needs, products, software }: Searched) {
  const lexicon = buildLexicon(needs.map(wordsOf))
  const productNames = buildNames(
    products.map((product) => ({ bearer: product, names: [product.name, ...product.aliases] })),
    (word) => lexicon.knows(word) || isFiller(word),
  )
  const softwareNames = buildNames(
    software.map((one) => ({ bearer: one, names: [one.name] })),
    (word) => lexicon.knows(word) || isFiller(word),
  )
  const placeOf = new Map(needs.map(({ slug }, place) => [slug, place]))
  const expressions = needs.flatMap((need, place) => expressionsOf(need, place))
  const expressionsWith = new Map<string, number[]>()
  expressions.forEach(({ stems }, at) => {
    for (const stem of stems) expressionsWith.set(stem, [...(expressionsWith.get(stem) ?? []), at])
  })
  const bags = needs.map(bagOf)

  function understand(text: string): Understanding {
    const words = plainWords(readable(text)).slice(0, mostWords)
    const productsRead = productNames.read(words)
    const softwareRead = softwareNames
      .read(words)
      .filter(
        ({ from, likeness }) =>
          !productsRead.some((read) => read.from <= from && from < read.to && read.likeness >= likeness),
      )
    const taken = new Set(
      [...productsRead, ...softwareRead]
        .filter(({ isPlainWord }) => !isPlainWord)
        .flatMap(({ from, to }) => words.slice(from, to).map((_, at) => from + at)),
    )
    const said = words.filter((_, at) => !taken.has(at))
    const slots = slotsOf(said)
    const byWords = scoreByWords(slots, said)
    const byName = scoreByName([
      ...productsRead.map((read) => ({ ...read, worth: 1 })),
      ...softwareRead.map((read) => ({ ...read, worth: WORTH.softwareNamed })),
    ])

    return {
      needs: best(byWords, byName, slots.length > 0),
      products: unique(productsRead.filter(isMeant(words))),
      software: unique(softwareRead.filter(isMeant(words))),
    }
  }

  function expressionsOf(need: SearchedNeed, place: number): Expression[] {
    const of = (text: string, worth: number) => {
      const stems = [...new Set(meaningful(plainWords(text)).map(frenchStem))]
      const weight = stems.reduce((sum, stem) => sum + lexicon.weightOf(stem), 0)
      return { need: place, stems, worth, weight }
    }
    return [
      of(need.label, WORTH.label),
      ...need.synonyms.map((text) => of(text, WORTH.synonym)),
      ...need.phrases.map((text) => of(text, WORTH.phrase)),
    ]
  }

  function slotsOf(words: readonly string[]): Slot[] {
    const meant = words.filter((word) => !isFiller(word) && !/^\d+$/.test(word))
    return joined(meant).map((word) => {
      const readings = lexicon.read(word)
      const weight = readings[0] ? lexicon.weightOf(readings[0].stem) : WORTH.unknownWord
      return { readings, weight }
    })
  }

  /** « porte feuille », typed in two words, is the one that the vocabulary knows. */
  function joined(words: readonly string[]) {
    const whole: string[] = []
    for (let at = 0; at < words.length; at++) {
      const [word = '', next = ''] = [words[at], words[at + 1]]
      const areOne =
        next !== '' && !(lexicon.knows(word) && lexicon.knows(next)) && lexicon.knows(word + next)
      whole.push(areOne ? word + next : word)
      if (areOne) at++
    }
    return whole
  }

  function scoreByWords(slots: readonly Slot[], words: readonly string[]) {
    const scores = new Float64Array(needs.length)
    const total = slots.reduce((sum, { weight }) => sum + weight, 0)
    if (total === 0) return scores

    const fits = bestExpressions(slots, total)
    const audiences = new Set(words.flatMap((word) => audienceWords[word] ?? []))
    needs.forEach((need, place) => {
      const inBag = bagScore(slots, bags[place] ?? new Map()) / total
      const fit = fits[place] ?? 0
      if (inBag === 0 && fit === 0) return
      const isForThem = need.audiences.some((audience) => audiences.has(audience))
      scores[place] = WORTH.expression * fit + WORTH.bag * inBag + (isForThem ? WORTH.audience : 0)
    })
    return scores
  }

  function bestExpressions(slots: readonly Slot[], total: number) {
    const fits = new Float64Array(needs.length)
    const matched = new Map<number, { expression: Map<string, number>; typed: number }>()
    for (const { readings, weight } of slots) {
      const seen = new Map<number, number>()
      for (const { stem, likeness } of readings)
        for (const at of expressionsWith.get(stem) ?? []) {
          const match = matched.get(at) ?? { expression: new Map(), typed: 0 }
          matched.set(at, match)
          match.expression.set(stem, Math.max(match.expression.get(stem) ?? 0, likeness))
          seen.set(at, Math.max(seen.get(at) ?? 0, likeness))
        }
      for (const [at, likeness] of seen) {
        const match = matched.get(at)
        if (match) match.typed += weight * likeness
      }
    }
    for (const [at, { expression, typed }] of matched) {
      const candidate = expressions[at]
      if (!candidate || candidate.weight === 0) continue
      let covered = 0
      for (const [stem, likeness] of expression) covered += lexicon.weightOf(stem) * likeness
      const fit =
        candidate.worth *
        Math.min(1, covered / candidate.weight) ** WORTH.expressionCovered *
        Math.min(1, typed / total) ** WORTH.typedCovered
      fits[candidate.need] = Math.max(fits[candidate.need] ?? 0, fit)
    }
    return fits
  }

  function scoreByName(
    reads: readonly {
      bearer: { needs: readonly string[] }
      likeness: number
      isPlainWord: boolean
      worth: number
    }[],
  ) {
    const scores = new Float64Array(needs.length)
    for (const { bearer, likeness, isPlainWord, worth } of reads)
      bearer.needs.forEach((slug, rank) => {
        const place = placeOf.get(slug)
        if (place === undefined) return
        const score = worth * likeness * (isPlainWord ? WORTH.plainWordName : 1) * WORTH.nextOfNamed ** rank
        scores[place] = Math.max(scores[place] ?? 0, score)
      })
    return scores
  }

  function best(byWords: Float64Array, byName: Float64Array, hasWords: boolean): FoundNeed[] {
    const isNamed = byName.some((score) => score > 0)
    const scored = needs.map(({ slug, label, service, summary }, place) => {
      const [words = 0, name = 0] = [byWords[place], byName[place]]
      const score = !isNamed
        ? words
        : !hasWords
          ? WORTH.namedAlone * name
          : name > 0
            ? Math.max(WORTH.named * name + WORTH.besideName * words, words)
            : WORTH.withoutName * words
      return { slug, label, service, summary, score: Math.min(1, score) }
    })
    const sorted = scored
      .filter(({ score }) => score >= leastScore)
      .sort((one, other) => other.score - one.score)
    const first = sorted[0]?.score ?? 0

    return sorted.filter(({ score }) => score >= leastOfFirst * first).slice(0, mostFound)
  }

  return { understand }
}

export type Finding = ReturnType<typeof buildFinding>

/** Nothing but fillers is kept whole: « gratuit » alone must lead nowhere, not to everything. */
function meaningful(words: readonly string[]) {
  const meant = words.filter((word) => !isFiller(word))
  return meant.length > 0 ? meant : words
}

function wordsOf({ label, summary, synonyms, phrases }: SearchedNeed): ReadonlySet<string> {
  return new Set(meaningful([label, summary, ...synonyms, ...phrases].flatMap(plainWords)))
}

function bagOf({ label, summary, synonyms, phrases }: SearchedNeed): ReadonlyMap<string, number> {
  const bag = new Map<string, number>()
  for (const word of meaningful(plainWords(summary))) bag.set(frenchStem(word), WORTH.inSummary)
  for (const word of meaningful([label, ...synonyms, ...phrases].flatMap(plainWords)))
    bag.set(frenchStem(word), 1)

  return bag
}

function bagScore(slots: readonly Slot[], bag: ReadonlyMap<string, number>) {
  let score = 0
  for (const { readings, weight } of slots) {
    let likest = 0
    for (const { stem, likeness } of readings) likest = Math.max(likest, likeness * (bag.get(stem) ?? 0))
    score += weight * likest
  }
  return score
}

/** A name that is also a plain word (« one », « base ») is meant when it is all that was typed, or is led to (« remplacer Access »). */
const isMeant =
  (words: readonly string[]) =>
  ({ from, to, isPlainWord }: { from: number; to: number; isPlainWord: boolean }) =>
    !isPlainWord || words.every((word, at) => (at >= from && at < to) || isFiller(word))

function unique<Bearer extends { slug: string; name: string }>(
  reads: readonly { bearer: Bearer; likeness: number }[],
) {
  const sorted = reads.toSorted((one, other) => other.likeness - one.likeness)
  const bySlug = new Map(sorted.map(({ bearer: { slug, name } }) => [slug, { slug, name }]))

  return [...bySlug.values()]
}

const audienceWords: Readonly<Record<string, readonly Audience[]>> = {
  ecole: ['schools'],
  ecoles: ['schools'],
  eleve: ['schools'],
  eleves: ['schools'],
  instit: ['schools'],
  instituteur: ['schools'],
  institutrice: ['schools'],
  maitresse: ['schools'],
  enseignant: ['schools'],
  enseignants: ['schools'],
  classe: ['schools'],
  classes: ['schools'],
  habitant: ['citizens'],
  habitants: ['citizens'],
  administre: ['citizens'],
  administres: ['citizens'],
  citoyen: ['citizens'],
  citoyens: ['citizens'],
  agent: ['staff'],
  agents: ['staff'],
  collegues: ['staff'],
  secretaire: ['staff'],
  secretariat: ['staff'],
}
