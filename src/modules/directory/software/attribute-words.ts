import { attributeDefinitions, type Software } from '#modules/catalogue/index.ts'

type Tristate = Software['attributes'][string]

/** A fact that may be true, false, unknown or make no sense, in the words of the screens. */
export const tristateWords: Record<Tristate, string> = {
  yes: 'Oui',
  no: 'Non',
  unknown: 'Non connu',
  'not-applicable': 'Ne s’applique pas',
}

/** The names of the facts of a sheet; one that is not known here is shown by its own word. */
export const attributeName = (word: string) => attributeDefinitions[word]?.label ?? word.replaceAll('-', ' ')
