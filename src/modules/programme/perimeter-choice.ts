/** The suggested first perimeter: the CA de la Porte du Hainaut, where the idea was born. */
export const suggestedEpci = { siren: '200042190', name: 'CA de la Porte du Hainaut', communes: 47 } as const

/** How a person names the communes of a perimeter. */
export type PerimeterChoice =
  | { readonly kind: 'departement'; readonly departement: string }
  | { readonly kind: 'epci'; readonly epci: string }
  | { readonly kind: 'list'; readonly lines: readonly string[]; readonly picked: readonly string[] }

type Answers = {
  readonly perimeter: 'suggested' | 'epci' | 'departement' | 'list'
  readonly departement: string
  readonly epci: string
  readonly list: string
  readonly pick: readonly string[]
}

const choices: Record<Answers['perimeter'], (answers: Answers) => PerimeterChoice> = {
  suggested: () => ({ kind: 'epci', epci: suggestedEpci.siren }),
  epci: ({ epci }) => ({ kind: 'epci', epci }),
  departement: ({ departement }) => ({ kind: 'departement', departement }),
  list: ({ list, pick }) => ({ kind: 'list', lines: readLines(list), picked: pick }),
}

/** The choice that a form's answers mean. */
export const choiceOf = (answers: Answers): PerimeterChoice => choices[answers.perimeter](answers)

/**
 * The communes of a pasted list: one per line, or several between commas. A line that holds an INSEE code is read by
 * its code alone, so that a column pasted from a spreadsheet works with its neighbours.
 */
export const readLines = (text: string): string[] => [...new Set(text.split(/\r?\n/).flatMap(readLine))]

function readLine(line: string) {
  const pieces = line
    .split(/[;,\t]/)
    .map((piece) => piece.trim().replace(/^"(.*)"$/, '$1'))
    .filter(Boolean)
  const code = pieces.flatMap((piece) => /^(?:\d{5}|2[AB]\d{3})\b/i.exec(piece) ?? []).at(0)
  return code ? [code.toUpperCase()] : pieces
}
