import { counted } from './french-list.ts'
import type { LineStanding } from './line.ts'

export type PerimeterFacts = { readonly perimeter: number }

/** The programme has communes. */
export const perimeter = ({ perimeter: communes }: PerimeterFacts): LineStanding => ({
  group: 'content',
  label: 'Le périmètre du programme est choisi',
  isReady: communes > 0,
  sentence: communes > 0 ? `Il compte ${counted(communes, 'commune')}.` : 'Il est vide.',
  whoMends: 'L’opérateur choisit les communes du programme.',
  mends: [{ label: 'Choisir le périmètre', href: '/programme/perimeter', by: ['operator'] }],
})
