import { outreachPaths } from '../waves.paths.ts'
import { counted, named } from './french-list.ts'
import type { LineStanding } from './line.ts'

export type SourceFacts = {
  readonly waveId: string
  readonly emails: number
  readonly letters: number
  /** The town halls whose address comes from nobody knows where. */
  readonly withoutSource: readonly string[]
}

/** We can tell every recipient where its address was found (GDPR art. 14.2.f). */
export const sources = ({ waveId, emails, letters, withoutSource }: SourceFacts): LineStanding => ({
  group: 'law',
  label: 'La source de chaque adresse est connue',
  isReady: withoutSource.length === 0,
  sentence:
    withoutSource.length === 0
      ? `${counted(emails + letters, 'adresse')}, chacune avec sa source.`
      : `On ne sait pas d’où vient l’adresse de ${named(withoutSource)}.`,
  whoMends: 'La personne qui prépare la vague note la source sur la fiche de ces communes, ou les retire.',
  mends: [{ label: 'Voir les sources', href: outreachPaths.recipients(waveId), by: ['operator'] }],
})
