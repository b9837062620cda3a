import { stemmer } from '@orama/stemmers/french'

/**
 * What is left of a plain word once its plural, its gender and its ending are gone: « élections » and « électorale » stay apart.
 * A short word loses its plural alone: « data » and « date » have nothing to do with each other.
 */
export function frenchStem(word: string) {
  const singular = word.length > 3 ? word.replace(/[sx]$/, '') : word
  return singular.length <= shortWord ? singular : stemmer(word)
}

const shortWord = 4

/**
 * How a word sounds, roughly: what is misspelt by ear is often written with another letter for the same sound. Words of fewer than
 * four letters sound too much alike to be told from one another.
 */
export function soundOf(word: string) {
  let sound = word
  for (const [pattern, by] of sounds) sound = sound.replace(pattern, by)

  return sound
}

const sounds: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/sch|sh|ch/g, '1'],
  [/gn/g, '2'],
  [/h/g, ''],
  [/eaux?|aux?/g, 'o'],
  [/qu|q/g, 'k'],
  [/gu(?=[eiy])/g, 'g'],
  [/g(?=[eiy])/g, 'j'],
  [/sc(?=[eiy])|c(?=[eiy])/g, 's'],
  [/c|ck/g, 'k'],
  [/ti(?=on)/g, 'si'],
  [/(?:ain|ein|aim|in|im|yn|ym)(?![aeiouy])/g, '3'],
  [/(?:an|en|am|em)(?![aeiouy])/g, '4'],
  [/(?:on|om)(?![aeiouy])/g, '5'],
  [/ai|ei|ay|ey|est$|er$|ez$/g, 'e'],
  [/y/g, 'i'],
  [/z/g, 's'],
  [/(.)\1+/g, '$1'],
  [/[estdxp]+$/g, ''],
]
