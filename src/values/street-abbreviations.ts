type Step = { readonly from: string; readonly to: string; readonly why: string }

/**
 * Shortens a street already in capitals, one word at a time and from left to right, until it fits: kinds of way, then
 * titles, SAINT, first names, small words (La Poste's order). The last word is never touched: it is what sorts.
 */
export function shortenStreet(street: string, longest: number): { street: string; steps: readonly Step[] } {
  const steps: Step[] = []
  let words = street.split(' ')
  for (const { why, shorten } of passes) {
    for (let rank = 0; rank < words.length - 1 && words.join(' ').length > longest; rank++) {
      const word = words[rank] ?? ''
      const short = shorten(word)
      if (short === undefined || short === word) continue

      steps.push({ from: word, to: short, why })
      words = words.with(rank, short)
    }
    words = words.filter((word) => word !== '')
  }

  return { street: words.join(' '), steps }
}

// As La Poste lists them (« Adresse courrier », abbreviations of way types and titles), seen in November 2026.
const ways: Record<string, string> = {
  ALLEE: 'ALL',
  AVENUE: 'AV',
  BOULEVARD: 'BD',
  CARREFOUR: 'CAR',
  CHAUSSEE: 'CHS',
  CHEMIN: 'CHE',
  COURS: 'CRS',
  DOMAINE: 'DOM',
  ESPLANADE: 'ESP',
  FAUBOURG: 'FG',
  GRANDE: 'GDE',
  HAMEAU: 'HAM',
  IMPASSE: 'IMP',
  LOTISSEMENT: 'LOT',
  MONTEE: 'MTE',
  PASSAGE: 'PAS',
  PLACE: 'PL',
  PLACETTE: 'PLT',
  PROMENADE: 'PROM',
  QUARTIER: 'QUA',
  RESIDENCE: 'RES',
  ROND: 'RD',
  ROUTE: 'RTE',
  SENTIER: 'SEN',
  SQUARE: 'SQ',
  TRAVERSE: 'TRA',
  VILLAGE: 'VLGE',
}
const titles: Record<string, string> = {
  ADJUDANT: 'ADJ',
  CAPITAINE: 'CNE',
  CARDINAL: 'CDL',
  CHANOINE: 'CHN',
  COLONEL: 'CEL',
  COMMANDANT: 'CDT',
  DOCTEUR: 'DR',
  GENERAL: 'GAL',
  LIEUTENANT: 'LT',
  MADAME: 'MME',
  MARECHAL: 'MAL',
  MONSEIGNEUR: 'MGR',
  MONSIEUR: 'M',
  PRESIDENT: 'PDT',
  PROFESSEUR: 'PR',
  SERGENT: 'SGT',
}
const saints: Record<string, string> = { SAINT: 'ST', SAINTE: 'STE', SAINTS: 'STS', SAINTES: 'STES' }
const firstNames = new Set(
  `ADOLPHE ALBERT ALEXANDRE ALEXIS ALFRED ALPHONSE AMBROISE ANATOLE ANDRE ANTOINE ARISTIDE ARTHUR AUGUSTE CAMILLE
  CHARLES CLAUDE CLEMENT DENIS EDMOND EDOUARD EMILE ERNEST ETIENNE EUGENE FELIX FERDINAND FERNAND FRANCOIS FREDERIC
  GABRIEL GASTON GEORGES GERMAIN GUSTAVE GUY HECTOR HENRI HONORE HYACINTHE JACQUES JEAN JEANNE JOSEPH JULES JULIEN
  LEON LEONARD LOUIS LOUISE LUCIEN MARCEL MARCELIN MARIE MARTIN MAURICE MICHEL NICOLAS PAUL PHILIPPE PIERRE RAOUL
  RAYMOND RENE ROBERT ROGER ROLAND SALVADOR SIMONE THEOPHILE VICTOR VINCENT VOLTAIRE`.split(/\s+/),
)
const smallWords = new Set('A AU AUX D DE DES DU EN ET L LA LE LES SUR'.split(' '))

const passes: { why: string; shorten: (word: string) => string | undefined }[] = [
  { why: 'type de voie abrégé', shorten: (word) => ways[word] },
  { why: 'titre abrégé', shorten: (word) => titles[word] },
  { why: 'SAINT abrégé', shorten: (word) => saints[word] },
  {
    why: 'prénom réduit à son initiale',
    shorten: (word) => (firstNames.has(word) ? word.slice(0, 1) : undefined),
  },
  { why: 'petit mot omis', shorten: (word) => (smallWords.has(word) ? '' : undefined) },
]
