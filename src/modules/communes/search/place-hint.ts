import { departements } from '../departements.ts'
import { isSmallWord, plainWords } from './plain-words.ts'

/** What a search says of the place besides the name: the beginning of a postal or INSEE code, or a department. */
export type PlaceHint = { readonly digits?: string; readonly departement?: string }

export type Located = {
  readonly insee: string
  readonly departement: string
  readonly postalCodes: readonly string[]
}

type Reading = { readonly words: readonly string[]; readonly hint: PlaceHint }

/** Parts the words of a search from the number among them: "st amand 59" is looked for in the 59. */
export function readNumbers(words: readonly string[]): Reading {
  const digits = words.findLast((word) => /^(?:\d{1,5}|2[ab])$/.test(word))
  if (digits === undefined) return { words, hint: {} }

  return { words: words.filter((word) => word !== digits), hint: { digits } }
}

/** When a department's name is among the words ("aubigny nord"), the search without it, in that department. */
export function readDepartement(words: readonly string[]): Reading | undefined {
  const named = departementWords.find((departement) =>
    departement.words.every((word) => words.includes(word)),
  )
  if (!named) return undefined
  const rest = words.filter((word) => !named.words.includes(word))
  if (rest.every(isSmallWord)) return undefined

  return { words: rest, hint: { departement: named.code } }
}

/** How far a commune is from what the hint says: 0 there, 1 elsewhere, between the two for a doubtful postal code. */
export function distanceFrom(hint: PlaceHint, { insee, departement, postalCodes }: Located) {
  if (hint.departement !== undefined) return hint.departement === departement ? 0 : 1
  if (hint.digits === undefined) return 0

  const digits = hint.digits.toUpperCase()
  if (
    departement === digits ||
    postalCodes.some((code) => code.startsWith(digits)) ||
    insee.startsWith(digits)
  )
    return 0
  return digits.length > 2 && digits.startsWith(departement) ? 0.5 : 1
}

const departementWords = departements
  .map(({ code, name }) => ({ code, words: plainWords(name).filter((word) => !isSmallWord(word)) }))
  .sort((one, other) => other.words.length - one.words.length)
