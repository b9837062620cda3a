import { type Fingerprint, orderHelpers, type Standing } from './order.ts'

/** Four invented firms, placed by the very function: what the page shows step by step. */
export function workedExample(fingerprint: Fingerprint) {
  const seed = fingerprint(exampleWords).slice(0, 16)
  const placed = orderHelpers(
    firms.map(({ standing }) => standing),
    { seed, fingerprint },
  )
  return {
    words: exampleWords,
    seed,
    lines: placed.flatMap(({ key, mark, draw }) => {
      const firm = firms.find(({ standing }) => standing.key === key)
      return firm ? [{ name: firm.name, said: firm.said, mark, draw }] : []
    }),
  }
}

const exampleWords = 'beffroi/2026-11-24/cimetiere/59172'

const standing = (key: string, known: Partial<Standing>): Standing => ({
  key,
  fit: 'full',
  confirmedReferences: 0,
  serves: true,
  response: { asked: 0, answered: 0 },
  ...known,
})

const firms = [
  {
    name: 'Ateliers Binaires',
    said: 'Sert Denain, besoin entier, une référence confirmée, deux réponses sur deux demandes.',
    standing: standing('company:a', { confirmedReferences: 1, response: { asked: 2, answered: 2 } }),
  },
  {
    name: 'Bruyère Informatique',
    said: 'Sert Denain, besoin entier, pas encore de référence, jamais interrogée.',
    standing: standing('company:b', {}),
  },
  {
    name: 'Clef de Sol',
    said: 'Sert Denain, besoin entier, pas encore de référence, jamais interrogée.',
    standing: standing('company:c', {}),
  },
  {
    name: 'Delta Nord',
    said: 'Sert Denain, répond à une partie du besoin, cinq références confirmées, une réponse sur quatre demandes.',
    standing: standing('company:d', {
      fit: 'part',
      confirmedReferences: 5,
      response: { asked: 4, answered: 1 },
    }),
  },
]
