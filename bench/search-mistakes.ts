import { isSmallWord, plainWords } from '../src/modules/communes/search/plain-words.ts'
import type { ReferenceCommune } from './searched-france.ts'

/**
 * How the thousand queries are made, so that anyone can make them again. A generator seeded with 59 (mulberry32) draws
 * 400 communes of the Nord, 400 of all France and 200 of 10,000 inhabitants or more. Each name is then spoilt in one of
 * ten ways, in turn. A slip falls on a letter of a word of five letters or more, never on its first letter in kinds
 * 'changed' and 'forgotten'. The department is added to one query in three, the postal code to another third; the
 * department is always added when the name says too little by itself: another commune bears it, or a word was dropped.
 * A query whose department holds a namesake gets the postal code instead. The right answer is the commune drawn, alone.
 */
export type Query = { readonly text: string; readonly kind: string; readonly right: ReferenceCommune }

type Random = () => number
type Spoil = (words: readonly string[], random: Random) => readonly string[]

const SEED = 59
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

const spoils: Record<string, Spoil> = {
  plain: (words) => words,
  abbreviated: (words) => words.map((word) => abbreviations[word] ?? word),
  'without little words': (words) => words.filter((word) => !isSmallWord(word)),
  'letter changed': (words, random) =>
    slip(words, random, 1, (word, at) => spliced(word, at, 1, anyLetter(random))),
  'letter forgotten': (words, random) => slip(words, random, 1, (word, at) => spliced(word, at, 1, '')),
  'letter added': (words, random) =>
    slip(words, random, 0, (word, at) => spliced(word, at, 0, anyLetter(random))),
  'letters swapped': (words, random) =>
    slip(words, random, 0, (word, at) => spliced(word, at, 2, [word[at + 1], word[at]].join(''))),
  'two slips, in two words': (words, random) =>
    words.map((word) => (word.length < 5 ? word : spliced(word, 1 + below(word.length - 1, random), 1, ''))),
  'another order': (words) => words.toReversed(),
  'word dropped': (words, random) => dropOne(words, random),
}

const abbreviations: Record<string, string> = { saint: 'st', sainte: 'ste', sur: 's/' }

/** The thousand queries. */
export function spoiltQueries(france: readonly ReferenceCommune[]): Query[] {
  const random = mulberry32(SEED)
  const nord = france.filter(({ departement }) => departement === '59')
  const towns = france.filter(({ population }) => (population ?? 0) >= 10_000)
  const drawn = [...draw(nord, 400, random), ...draw(france, 400, random), ...draw(towns, 200, random)]
  const namesakes = Map.groupBy(france, ({ name }) => bare(name))
  const kinds = Object.entries(spoils)

  return drawn.flatMap((right, rank) => {
    const [kind, spoil] = kinds[rank % kinds.length] ?? []
    if (!kind || !spoil) return []
    const name = spoil(plainWords(right.name), random).join(' ')
    const others = (namesakes.get(bare(right.name)) ?? []).filter(({ insee }) => insee !== right.insee)

    return [{ kind, right, text: [name, place(right, others, kind, rank)].join(' ').trim() }]
  })
}

function place(right: ReferenceCommune, namesakes: readonly ReferenceCommune[], kind: string, rank: number) {
  const isNamedTwiceHere = namesakes.some(({ departement }) => departement === right.departement)
  const turn = Math.floor(rank / Object.keys(spoils).length) % 3
  if (isNamedTwiceHere || turn === 1) return right.postalCodes[0] ?? right.departement
  if (turn === 2 || kind === 'word dropped' || namesakes.length > 0) return right.departement

  return ''
}

function slip(
  words: readonly string[],
  random: Random,
  from: number,
  change: (word: string, at: number) => string,
) {
  const long = words.flatMap((word, rank) => (word.length >= 5 ? [rank] : []))
  const chosen = long[below(long.length, random)]

  return words.map((word, rank) =>
    rank === chosen ? change(word, from + below(word.length - 1 - from, random)) : word,
  )
}

function dropOne(words: readonly string[], random: Random) {
  const telling = words.filter((word) => !isSmallWord(word))
  if (telling.length < 2) return words
  const dropped = telling[below(telling.length, random)]

  return words.filter((word) => word !== dropped)
}

const spliced = (word: string, at: number, gone: number, put: string) =>
  word.slice(0, at) + put + word.slice(at + gone)
const anyLetter = (random: Random) => LETTERS[below(LETTERS.length, random)] ?? 'e'
const below = (limit: number, random: Random) => Math.floor(random() * limit)
const draw = <Thing>(things: readonly Thing[], count: number, random: Random) =>
  Array.from({ length: count }, () => things[below(things.length, random)]).filter(
    (thing) => thing !== undefined,
  )
const bare = (name: string) =>
  plainWords(name)
    .filter((word) => !isSmallWord(word))
    .join(' ')

/** A small generator whose sequence is the same everywhere (Tommy Ettinger, public domain). */
function mulberry32(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
