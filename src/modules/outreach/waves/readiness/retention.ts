import { type AudienceKind, addresseeWords } from '../addressee.ts'
import { outreachPaths } from '../waves.paths.ts'
import { named } from './french-list.ts'
import type { LineStanding } from './line.ts'

export type RetentionFacts = {
  readonly waveId: string
  readonly audienceKind: AudienceKind
  /** The addressees whose coordinates may no longer be used. */
  readonly pastRetention: readonly string[]
}

/** Nobody is written to with coordinates kept too long (GDPR art. 5.1.e). */
export const retention = ({ waveId, audienceKind, pastRetention }: RetentionFacts): LineStanding => ({
  group: 'law',
  label: 'Aucune coordonnée n’est gardée depuis trop longtemps',
  isReady: pastRetention.length === 0,
  sentence:
    pastRetention.length === 0
      ? `Toutes ont été recueillies, ou confirmées par ${audienceKind === 'companies' ? 'l’entreprise' : 'la mairie'}, il y a moins de trois ans.`
      : `Plus de trois ans sans nouvelles de ${named(pastRetention)}.`,
  whoMends:
    audienceKind === 'companies'
      ? 'La personne qui prépare la vague les en retire ; une source plus récente les y ramène.'
      : 'La personne qui prépare la vague les en retire, ou note l’échange qu’elle a eu avec ces mairies.',
  mends: [
    {
      label: `Retirer ces ${addresseeWords[audienceKind].many} de la vague`,
      href: outreachPaths.retentionExclusions(waveId),
      isGesture: true,
      by: ['operator'],
    },
  ],
})
