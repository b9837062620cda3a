import type { Software } from '#modules/catalogue/index.ts'

type Tristate = Software['attributes'][string]

/** A fact that may be true, false, unknown or make no sense, in the words of the screens. */
export const tristateWords: Record<Tristate, string> = {
  yes: 'Oui',
  no: 'Non',
  unknown: 'Non connu',
  'not-applicable': 'Ne s’applique pas',
}

/** The names of facts that sources give; one that is not known here is shown by its own word. */
const attributeNames: Readonly<Record<string, string>> = {
  'support-market': 'Au marché de support logiciel libre de l’État',
  'runs-offline': 'Fonctionne sans réseau',
  'data-export': 'Les données s’en emportent dans un format ouvert',
  rgaa: 'Conforme au RGAA',
  french: 'En français',
  multisite: 'Plusieurs communes sur une installation',
}

export const attributeName = (word: string) => attributeNames[word] ?? word.replaceAll('-', ' ')
