/** What French grammar needs of a place: its name, and the article code INSEE gives it (TNCC). */
export type NamedPlace = { readonly name: string; readonly nameType: number }

/** "mairie de Denain", "d'Abancourt", "du Cateau-Cambrésis", "des Lilas", "de La Sentinelle". */
export function ofPlace({ name, nameType }: NamedPlace) {
  const bare = withoutArticle(name)
  if (nameType === LE) return `du ${bare}`
  if (nameType === LES) return `des ${bare}`
  if (nameType === VOWEL) return `d’${name}`

  return `de ${name}`
}

/** "à Denain", "au Cateau-Cambrésis", "aux Lilas", "à La Sentinelle". */
export function atPlace({ name, nameType }: NamedPlace) {
  const bare = withoutArticle(name)
  if (nameType === LE) return `au ${bare}`
  if (nameType === LES) return `aux ${bare}`

  return `à ${name}`
}

const VOWEL = 1
const LE = 2
const LES = 4

const withoutArticle = (name: string) => name.replace(/^(?:le|les) /i, '')
