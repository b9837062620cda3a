import type { AudienceKind } from '../addressee.ts'
import { counted } from './french-list.ts'
import type { LineStanding } from './line.ts'

export type PerimeterFacts = {
  readonly perimeter: number
  readonly audienceKind: AudienceKind
}

/** The programme has communes; companies are not of the perimeter. */
export const perimeter = (facts: PerimeterFacts): LineStanding | undefined =>
  facts.audienceKind === 'companies' ? undefined : ofCommunes(facts)

const ofCommunes = ({ perimeter: communes }: PerimeterFacts): LineStanding => ({
  group: 'content',
  label: 'Le périmètre du programme est choisi',
  isReady: communes > 0,
  sentence: communes > 0 ? `Il compte ${counted(communes, 'commune')}.` : 'Il est vide.',
  whoMends: 'L’opérateur choisit les communes du programme.',
  mends: [{ label: 'Choisir le périmètre', href: '/programme/perimeter', by: ['operator'] }],
})
