/** What a message may say of whom it is written to, with the explanation its author reads. */
export const variables = {
  commune: 'Le nom de la commune : Le Quesnoy',
  du_commune: 'Le nom précédé de « de », accordé : du Quesnoy, d’Abscon, de La Sentinelle',
  de_commune: 'Comme du_commune, pour qui l’écrit ainsi',
  a_commune: 'Le nom précédé de « à », accordé : au Quesnoy, à Abscon',
  maire: 'Le prénom et le nom du maire, s’ils sont connus',
  civilite_maire: 'Madame la Maire, Monsieur le Maire, ou « Madame, Monsieur le Maire » si on ne le sait pas',
  code: 'Le code de réponse de la mairie : ABCDE-FGHJK',
  lien_reponse: 'L’adresse de la page de réponse de la mairie',
  epci: 'Le nom de l’intercommunalité',
  population: 'Le nombre d’habitants : 1 234',
  entreprise: 'Le nom de l’entreprise, dans une vague vers des entreprises',
  page_entreprise: 'L’adresse de la page de l’entreprise au recensement, où elle la prend en main',
  source_adresse: 'D’où nous tenons l’adresse de l’entreprise',
  operateur: 'Le nom de l’opérateur du programme',
  association: 'Le nom de l’association du programme',
  contact_operateur: 'À qui téléphoner ou écrire chez l’opérateur',
  date: 'La date d’envoi, en toutes lettres',
} as const

/** The block that no message may leave without, alone on its line. */
export const legalNoticeVariable = 'mentions_legales'

export type VariableName = keyof typeof variables

/** What the variables are worth for one addressee: those that speak of the other kind are empty. */
export type MessageValues = Readonly<Record<VariableName, string>>

export function isVariable(name: string): name is VariableName {
  return Object.hasOwn(variables, name)
}

/** The known variable a mistyped name most resembles, or nothing when it resembles none. */
export function nearestVariable(name: string) {
  const typed = name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[^a-z]+/g, '_')
  const known = [...Object.keys(variables), legalNoticeVariable]
  const byDistance = known.map((other) => ({ other, distance: editDistance(typed, other) }))
  const [nearest] = byDistance.sort((a, b) => a.distance - b.distance)

  return nearest && nearest.distance <= Math.max(2, nearest.other.length / 3) ? nearest.other : undefined
}

// Levenshtein, one row at a time.
function editDistance(from: string, to: string) {
  let row = [...Array(to.length + 1).keys()]
  for (const [i, letter] of [...from].entries()) {
    const next = [i + 1]
    for (const [j, other] of [...to].entries()) {
      const replaced = (row[j] ?? 0) + (letter === other ? 0 : 1)
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    }
    row = next
  }

  return row.at(-1) ?? 0
}
