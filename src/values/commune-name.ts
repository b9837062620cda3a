/** How a commune's name takes its article: the TNCC field of the official geographic code (INSEE), 0 to 8. */
export type NameLink = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8

// Only « le » and « les » melt into de and à: « du Quesnoy », but « de La Sentinelle », « de L’Orée ».
const melting: Partial<Record<NameLink, { article: RegExp; of: string; to: string }>> = {
  2: { article: /^le /i, of: 'du', to: 'au' },
  4: { article: /^les /i, of: 'des', to: 'aux' },
}

/**
 * « de Lille », « d’Abscon », « du Quesnoy », « de La Sentinelle »: the name after *de*, by its TNCC, never by ear
 * (« de Hem », but « d’Hazebrouck »).
 */
export function ofCommune(name: string, link: NameLink) {
  const melted = melting[link]
  if (melted) return `${melted.of} ${curly(name).replace(melted.article, '')}`

  return elides(name, link) ? `d’${curly(name)}` : `de ${curly(name)}`
}

/** « à Lille », « au Quesnoy », « aux Rues-des-Vignes », « à La Sentinelle »: the name after *à*. */
export function toCommune(name: string, link: NameLink) {
  const melted = melting[link]
  if (melted) return `${melted.to} ${curly(name).replace(melted.article, '')}`

  return `à ${curly(name)}`
}

// 6 is « Aux Marais » alone in its kind: its article stays, and begins with a vowel.
function elides(name: string, link: NameLink) {
  return link === 1 || (link === 6 && /^aux/i.test(name))
}

const curly = (name: string) => name.replaceAll("'", '’')
